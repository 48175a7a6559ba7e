package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.model.ResolvedConstant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumeratorClaimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enum e { X, B }              | 0
            enum e { A, X }              | 1
            enum e { A, B, X }           | 2
            enum e { A = 5, X }          | (long long)(5) + 1
            enum e { A = 1 << 4, B, X }  | (long long)(1 << 4) + 2
            enum e { A = ..., B = 2, X } |
            enum e { A, X = 1 << 4 }     | 1 << 4
            enum e { A, X = A }          | A
            enum e { A, X = ..., B }     |
            enum e { A = ..., X }        |
            enum e { A, X, ... }         |
            """)
    void claimsWhatCWouldCount(String declaration, String claim) {
        assertThat(TestBinding.of(declaration + ";").constants())
                .filteredOn(constant -> constant.cName().equals("X"))
                .extracting(ResolvedConstant::claim)
                .containsExactly(Optional.ofNullable(claim));
    }
}
