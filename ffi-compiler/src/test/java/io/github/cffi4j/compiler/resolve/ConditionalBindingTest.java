package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.naming.Names;
import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionalBindingTest {

    @Test
    void withoutConditionsThereIsOneVariant() {
        ConditionalBinding binding = TestBinding.conditional("int f(void);\nstruct s { int x; };");

        assertThat(binding.variants()).hasSize(1);
        assertThat(binding.union()).isSameAs(binding.variants().get(0).binding());
        assertThat(binding.everywhere("f")).isTrue();
    }

    @Test
    void javaSeesWhatIsThereOnSomePlatform() {
        ConditionalBinding binding = TestBinding.conditional("""
                #ifdef _WIN32
                int beep(void);
                #endif
                struct s {
                #ifdef __APPLE__
                    int mac;
                #endif
                    int all;
                };
                int f(void);
                """);

        assertThat(binding.union().functions())
                .extracting(ResolvedFunction::cName)
                .containsExactly("f", "beep");
        assertThat(binding.union().composites().get(0).fields())
                .extracting(ResolvedComposite.Field::cName)
                .containsExactly("all", "mac");
        assertThat(binding.having("beep")).containsOnly(Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64);
        assertThat(binding.having(ConditionalBinding.field("struct s", "mac")))
                .containsOnly(Platform.OSX_X86_64, Platform.OSX_AARCH_64);
        assertThat(binding.everywhere("struct s")).isTrue();
        assertThat(binding.on(Platform.LINUX_X86_64).functions()).hasSize(1);
    }

    /** Other platforms have no such type, and their C must not ask for its width (fault 21). */
    @Test
    void typesOfWindowsAreWhereTheyAreUsed() {
        ConditionalBinding binding = TestBinding.conditional("""
                #ifdef _WIN32
                size_t f(LPCTSTR text, TBYTE b);
                #endif
                int g(int x);
                """);

        assertThat(binding.having("TCHAR")).containsOnly(Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64);
        assertThat(binding.having("TBYTE")).containsOnly(Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64);
        assertThat(binding.everywhere("size_t")).isTrue();
    }

    /** How wide an argument is only C knows there: nothing that would be misread is built. */
    @Test
    void variadicFunctionsAreRefusedWherePointersHave32Bits() throws CdefException {
        Set<Platform> platforms = Set.of(Platform.LINUX_X86_64, Platform.LINUX_ARM_32, Platform.LINUX_S390_64);

        assertThatThrownBy(() -> TestBinding.resolve("int printf(const char *f, ...);", platforms))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("variadic functions such as 'printf' cannot be called on linux-arm_32")
                .hasMessageContaining("write '#if __SIZEOF_POINTER__ == 8' before and '#endif' after it");
        String mended = "#if __SIZEOF_POINTER__ == 8\nint printf(const char *f, ...);\n#endif\n";
        assertThat(TestBinding.resolve(mended, platforms).having("printf"))
                .containsOnly(Platform.LINUX_X86_64, Platform.LINUX_S390_64);
    }

    /** The later variants meet other names first. */
    @Test
    void aThingHasOneNameOnAllPlatforms() {
        NamedBinding named = TestNaming.of("""
                #ifdef _WIN32
                struct wait { int x; };
                extern int wait;
                typedef void (*code)(int);
                void g(void (*cb)(long));
                #else
                extern int wait;
                #endif
                void f(void (*cb)(int), struct wait *w);
                """);

        ConditionalBinding binding = named.binding();
        List<ResolvedType> firsts = binding.variants().stream()
                .map(variant ->
                        function(variant.binding(), "f").parameters().get(0).type())
                .toList();
        assertThat(firsts).hasSize(2).containsOnly(firsts.get(0));
        assertThat(binding.union().composites()).hasSize(1);
        assertThat(binding.union().globals()).extracting(named.names()::of).containsExactly("wait_");
    }

    @Test
    void constantsThatAreNotEverywhereAreNamedAsMethods() {
        Names names = TestNaming.of("""
                #ifdef _WIN32
                #define A 1
                static const double wait;
                #endif
                #define B 1
                int f(void);
                """).names();

        assertThat(names.constant("A")).isEqualTo("A");
        assertThat(names.constant("B")).isEqualTo("B");
        assertThat(names.constant("wait")).isEqualTo("wait_");
    }

    /** {@code size_t} is C's, not the cdef's. */
    @Test
    void typesOfCAreEverywhere() {
        ConditionalBinding binding = TestBinding.conditional("""
                #ifdef _WIN32
                typedef int... t;
                int f(size_t *n, t *x);
                #endif
                """);

        assertThat(binding.everywhere("size_t")).isTrue();
        assertThat(binding.everywhere("t")).isFalse();
    }

    private static ResolvedFunction function(ResolvedBinding binding, String name) {
        return binding.functions().stream()
                .filter(function -> function.cName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
