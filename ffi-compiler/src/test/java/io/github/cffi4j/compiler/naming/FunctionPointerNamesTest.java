package io.github.cffi4j.compiler.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
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
        assertThat(names(TestNaming.of(CDEF)))
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

    @Test
    void aTypeInsideOfAnotherIsCalledByThatOnesName() {
        assertThat(names(TestNaming.of("typedef int (*record)(int (*next)(int));")))
                .containsExactly("record_", "record__next");
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
        Set<String> before = names(TestNaming.of(CDEF));
        assertThat(names(TestNaming.of(more + CDEF))).as("before the others").containsAll(before);
        assertThat(names(TestNaming.of(CDEF + more))).as("behind the others").containsAll(before);
    }

    @Test
    void aTypeWithANameIsOneEverywhere() {
        assertThat(names(TestNaming.of("typedef int (*cb)(int); void a(cb f); void b(cb f); struct s { cb f; };")))
                .containsExactly("cb");
    }

    @Test
    void typesThatAreTheSameToCTakeOneAnothersPointers() {
        NamedBinding named = TestNaming.of(
                "typedef int (*cb)(int); void a(int (*f)(int x)); struct s { int (*f)(int); }; void b(int (*g)(long));");

        assertThat(alike(named, "cb")).containsExactlyInAnyOrder("cb", "a_f", "s_f");
        assertThat(alike(named, "a_f")).containsExactlyInAnyOrder("cb", "a_f", "s_f");
        assertThat(alike(named, "s_f")).containsExactlyInAnyOrder("cb", "a_f", "s_f");
        assertThat(alike(named, "b_g")).containsExactly("b_g");
    }

    @Test
    void pointersToFunctionsAreOfAllTypesThatFit() {
        NamedBinding named = TestNaming.of("""
                typedef void *gpointer;
                typedef void (*destroy)(gpointer data);
                void *make(void (*free)(void *memory));
                void my_free(void *p);
                void other(int p);
                void many(void *p, ...);
                extern "Java" void mine(void *p);
                extern "Java" int lonely(void);
                """);

        assertThat(pointerTypes(named, "my_free")).containsExactlyInAnyOrder("destroy", "make_free");
        assertThat(pointerTypes(named, "other")).isEmpty();
        assertThat(pointerTypes(named, "many")).isEmpty();
        List<ResolvedUpcall> upcalls = named.binding().union().upcalls();
        assertThat(named.names().functionPointers(upcalls.get(0).pointerTypes()))
                .containsExactlyInAnyOrder("destroy", "make_free");
        assertThat(upcalls.get(1).pointerTypes()).isEmpty();
    }

    @Test
    void whatPlatformsLackIsNotAmongThem() {
        NamedBinding named = TestNaming.of("""
                #ifdef _WIN32
                typedef int (*windows)(int);
                #endif
                typedef int (*everywhere)(int);
                int twice(int x);
                """);

        assertThat(pointerTypes(named, "twice")).containsExactly("everywhere");
    }

    private static List<String> alike(NamedBinding named, String name) {
        return named.binding().union().signatures().stream()
                .filter(each -> named.names().of(each).equals(name))
                .map(each -> named.names().functionPointers(each.alike()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pointerTypes(NamedBinding named, String function) {
        return named.binding().union().functions().stream()
                .filter(each -> each.cName().equals(function))
                .map(each -> named.names().functionPointers(each.pointerTypes()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(NamedBinding named) {
        Names names = named.names();
        ResolvedBinding binding = named.binding().union();
        return Stream.concat(
                        binding.signatures().stream().map(names::of),
                        binding.typedConstants().stream()
                                .map(constant -> names.constant(constant.cName()) + " constant"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
