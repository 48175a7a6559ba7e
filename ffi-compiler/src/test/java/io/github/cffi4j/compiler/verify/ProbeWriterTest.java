package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.resolve.TestBinding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeWriterTest {

    @Test
    void makesOneClaimPerNumberedLine() {
        Probe probe = ProbeWriter.write(TestBinding.of("""
                #define X 42
                struct s { int x; };
                int f(const char *name, struct s *s);
                """), Optional.of("Test.c"));

        assertThat(probe.text()).isEqualTo("""
                #include "Test.c"
                #include "ffi_after_preamble.h"
                #ifdef __cplusplus
                #define FFI_C_OR_CPP(C, CPP) CPP
                #define FFI_SAME_TYPE(A, B) __is_same(A, B)
                #define FFI_IS_ARRAY(X) __is_array(__typeof__(X))
                #else
                #define FFI_C_OR_CPP(C, CPP) C
                #define FFI_SAME_TYPE(A, B) __builtin_types_compatible_p(A, B)
                #define FFI_IS_ARRAY(X) !__builtin_types_compatible_p(__typeof__(X), __typeof__(&(X)[0]))
                #endif
                /* GCC's numbers of struct and union types. */
                #define FFI_IS_COMPOSITE(T) \\
                    (__builtin_classify_type(*(T *)0) == 12 || __builtin_classify_type(*(T *)0) == 13)
                #ifdef __SIZEOF_INT128__
                #define FFI_WIDE __int128
                #else
                #define FFI_WIDE _BitInt(128)
                #endif
                #line 1 "ffi-claims"
                _Static_assert(sizeof(struct s) >= 0, "ffi");
                #line 2 "ffi-claims"
                typedef __typeof__(((struct s *)0)->x) ffi_claim_1;
                #line 3 "ffi-claims"
                _Static_assert(sizeof(((struct s *)0)->x | 0) && sizeof(((struct s *)0)->x) == sizeof(int), "ffi");
                #line 4 "ffi-claims"
                struct ffi_claim_2 { int x; };
                #line 5 "ffi-claims"
                _Static_assert(__builtin_offsetof(struct s, x) == __builtin_offsetof(struct ffi_claim_2, x), "ffi");
                #line 6 "ffi-claims"
                _Static_assert(sizeof(struct s) == sizeof(struct ffi_claim_2), "ffi");
                #line 7 "ffi-claims"
                _Static_assert(_Alignof(struct s) == _Alignof(struct ffi_claim_2), "ffi");
                #line 8 "ffi-claims"
                _Static_assert((FFI_WIDE)(X) == (FFI_WIDE)(42), "ffi");
                #line 9 "ffi-claims"
                _Static_assert(((X) | 0) || 1, "ffi");
                #line 10 "ffi-claims"
                static inline int ffi_claim_3(const char *ffi_0, struct s *ffi_1) { return f(
                #line 11 "ffi-claims"
                ffi_0,
                #line 12 "ffi-claims"
                ffi_1
                #line 13 "ffi-claims"
                ); }
                __attribute__((__used__)) const __INT64_TYPE__ ffi_probe[] = {
                (__INT64_TYPE__)0x6a34696666632d31ULL,
                (__INT64_TYPE__)0x9d5e11f00dcafe27ULL,
                #line 14 "ffi-claims"
                (__INT64_TYPE__)((X) | 0), ((X) | 0) <= 0,
                0 };
                """);
    }

    @Test
    void knowsThePlaceOfEachClaim() {
        Probe probe = ProbeWriter.write(TestBinding.of("int f(int a,\n      int b);"), Optional.empty());

        assertThat(probe.claims())
                .extracting(claim -> claim.kind() + " " + claim.span())
                .isEqualTo(List.of(
                        "FUNCTION Test.cdef:1:5 'f'",
                        "PARAMETER Test.cdef:1:7 'int a'",
                        "PARAMETER Test.cdef:2:7 'int b'",
                        "FUNCTION Test.cdef:1:5 'f'"));
    }

    @Test
    void carriesTheValuesOfConstantsInTheirOrder() {
        assertThat(ProbeWriter.write(TestBinding.of("#define B ...\nenum { A, C };"), Optional.empty())
                        .constants())
                .containsExactlyInAnyOrder("A", "B", "C");
    }
}
