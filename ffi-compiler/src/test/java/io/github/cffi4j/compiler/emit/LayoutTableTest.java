package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.compiler.verify.ConstantValue;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTableTest {
    private final LayoutTable table = LayoutTable.of(new VerifiedBinding(
            TestNaming.of("""
                    #define SAME ...
                    #define DIFFERENT ...
                    typedef int... told;
                    struct s { told x; int values[3]; unsigned bits : 3; ...; };
                    struct opaque;
                    enum e { A };
                    int f(struct opaque *o, size_t n, enum e e);
                    """),
            Map.of(
                    "SAME", Map.of(Platform.LINUX_X86_64, value(1), Platform.OSX_X86_64, value(1)),
                    "DIFFERENT", Map.of(Platform.LINUX_X86_64, value(1), Platform.OSX_X86_64, value(2)),
                    "A", Map.of(Platform.LINUX_X86_64, value(0)))));

    @Test
    void listsWhatOnlyTheCompilerKnows() {
        assertThat(table.expressions())
                .containsExactly(
                        "FFI_INTEGER(told)",
                        "FFI_INTEGER(size_t)",
                        "FFI_INTEGER(enum e)",
                        "sizeof(struct s)",
                        "_Alignof(struct s)",
                        "__builtin_offsetof(struct s, x)",
                        "__builtin_offsetof(struct s, values)",
                        "sizeof(((struct s *)0)->values)",
                        "(ffi_jlong)(3)",
                        "FFI_INTEGER(unsigned int)",
                        "(ffi_jlong)(DIFFERENT)");
    }

    @Test
    void namesEachIndex() {
        assertThat(table.integerIndex("size_t")).isEqualTo("Index.integer_size_t");
        assertThat(table.sizeIndex("struct s")).isEqualTo("Index.sizeof_s");
        assertThat(table.alignmentIndex("struct s")).isEqualTo("Index.alignof_s");
        assertThat(table.offsetIndex("struct s", "x")).isEqualTo("Index.offsetof_s_x");
        assertThat(table.valueSizeIndex("((struct s *)0)->values")).isEqualTo("Index.sizeof_s_values");
        assertThat(table.valueIndex("DIFFERENT")).isEqualTo("Index.value_DIFFERENT");
    }

    /** The name's value in Java is its place among the expressions. */
    @Test
    void namesAreInTheOrderOfTheExpressions() {
        assertThat(table.names())
                .containsExactly(
                        "integer_told",
                        "integer_size_t",
                        "integer_e",
                        "sizeof_s",
                        "alignof_s",
                        "offsetof_s_x",
                        "offsetof_s_values",
                        "sizeof_s_values",
                        "value_3",
                        "integer_unsigned_int",
                        "value_DIFFERENT");
    }

    @Test
    void hasNoIndexForAConstantThatJavaKnows() {
        assertThatThrownBy(() -> table.valueIndex("SAME")).isInstanceOf(NullPointerException.class);
    }

    private static ConstantValue value(long bits) {
        return new ConstantValue(bits, false);
    }
}
