package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The words that a user reads whose library is another version than the headers. */
class OtherVersionsIT {
    /** The module's {@code <libraryChecks>} compares the sizes. */
    @Test
    void anOlderLibraryWithAShorterStructIsRefused() {
        assertThatThrownBy(Older::reading_size)
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageContaining("io.github.cffi4j.it.contract.Older needs another version of ")
                .hasMessageContaining("needed:       reading_size() == sizeof(struct reading), which is 24")
                .hasMessageContaining("found:        16")
                .hasMessageContaining("point -Dcffi4j.it-abi-contract.path at a file");
    }

    @Test
    void aFunctionThatCameLaterThrowsWhenItIsCalled() {
        assertThat(Lacking.there_before(41)).isEqualTo(42);
        assertThatThrownBy(() -> Lacking.added_later(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("added_later is not in ")
                .hasMessageContaining("that library is another version than the headers"
                        + " io.github.cffi4j.it.contract.Lacking was built from");
    }
}
