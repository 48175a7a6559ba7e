package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What types of function pointers are called, and which of them point to which functions (fault 19). */
class FunctionPointerNamesTest {
    private static final String CDEF = """
            void set(int (*fn)(int x));
            void set2(int (*cb)(int x));
            void on(int (*visit)(int (*inner)(int)));
            int (*chosen(void))(int);
            struct table { int (*first)(int); int (*second)(int); };
            extern int (*hook)(int);
            int (*const cb1)(int);
            int (*const cb2)(int);
            """;

    @Test
    void typesWithoutANameAreCalledByTheirPlace() {
        assertThat(names(TestBinding.of(CDEF)))
                .containsExactlyInAnyOrder(
                        "set_fn",
                        "set2_cb",
                        "on_visit",
                        "on_visit_inner",
                        "chosen_result",
                        "table_first",
                        "table_second",
                        "hook_function",
                        "cb1_function",
                        "cb2_function",
                        "cb1 constant",
                        "cb2 constant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void before(int (*done)(int x));",
                "int call(int (*f)(int));",
                "typedef int (*callback)(int);",
                "typedef int function(int); void give(function *f);",
                "struct hook { int (*first)(int); };",
                "extern int (*another)(int);",
                "int (*const constant)(int);",
                "int (*get(void))(int);"
            })
    void aDeclarationMoreChangesNoNames(String more) {
        Set<String> before = names(TestBinding.of(CDEF));
        assertThat(names(TestBinding.of(more + CDEF))).as("before the others").containsAll(before);
        assertThat(names(TestBinding.of(CDEF + more))).as("behind the others").containsAll(before);
    }

    @Test
    void aTypeWithANameIsOneEverywhere() {
        assertThat(names(TestBinding.of("typedef int (*cb)(int); void a(cb f); void b(cb f); struct s { cb f; };")))
                .containsExactly("cb");
    }

    @Test
    void typesThatAreTheSameToCTakeOneAnothersPointers() {
        ResolvedBinding binding = TestBinding.of(
                "typedef int (*cb)(int); void a(int (*f)(int x)); struct s { int (*f)(int); }; void b(int (*g)(long));");

        assertThat(binding.signatures())
                .filteredOn(signature -> !signature.javaName().equals("b_g"))
                .allSatisfy(signature -> assertThat(signature.alike()).containsExactlyInAnyOrder("cb", "a_f", "s_f"));
        assertThat(binding.signatures())
                .filteredOn(signature -> signature.javaName().equals("b_g"))
                .allSatisfy(signature -> assertThat(signature.alike()).containsExactly("b_g"));
    }

    @Test
    void pointersToFunctionsAreOfAllTypesThatFit() {
        ResolvedBinding binding = TestBinding.of("""
                typedef void *gpointer;
                typedef void (*destroy)(gpointer data);
                void *make(void (*free)(void *memory));
                void my_free(void *p);
                void other(int p);
                void many(void *p, ...);
                extern "Java" void mine(void *p);
                extern "Java" int lonely(void);
                """);

        assertThat(pointerTypes(binding, "my_free")).containsExactlyInAnyOrder("destroy", "make_free");
        assertThat(pointerTypes(binding, "other")).isEmpty();
        assertThat(pointerTypes(binding, "many")).isEmpty();
        assertThat(binding.upcalls().get(0).pointerTypes()).containsExactlyInAnyOrder("destroy", "make_free");
        assertThat(binding.upcalls().get(1).pointerTypes()).isEmpty();
    }

    @Test
    void whatPlatformsLackIsNotAmongThem() {
        ResolvedBinding binding = TestBinding.of("""
                #ifdef _WIN32
                typedef int (*windows)(int);
                #endif
                typedef int (*everywhere)(int);
                int twice(int x);
                """);

        assertThat(pointerTypes(binding, "twice")).containsExactly("everywhere");
    }

    private static List<String> pointerTypes(ResolvedBinding binding, String function) {
        return binding.functions().stream()
                .filter(each -> each.cName().equals(function))
                .findFirst()
                .orElseThrow()
                .pointerTypes();
    }

    private static Set<String> names(ResolvedBinding binding) {
        return Stream.concat(
                        binding.signatures().stream().map(ResolvedSignature::javaName),
                        binding.typedConstants().stream().map(constant -> constant.javaName() + " constant"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
