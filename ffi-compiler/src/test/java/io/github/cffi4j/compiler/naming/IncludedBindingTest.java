package io.github.cffi4j.compiler.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A binding that uses the types of another. */
class IncludedBindingTest {

    @Test
    void theirClassesAreUsedAndNotGeneratedAgain() throws CdefException {
        NamedBinding named = resolve(
                "org.base", "Base", "typedef struct { int x; } point; typedef struct map map;", "point f(map *m);");

        assertThat(union(named).composites()).isEmpty();
        assertThat(named.names().imports()).containsExactly("org.base.Base");
        assertThat(union(named).includes().composites())
                .extracting(named.names()::of)
                .containsExactly("Base.point");
        ResolvedFunction f = union(named).functions().get(0);
        assertThat(name(named, f.result())).isEqualTo("Base.point");
        assertThat(name(named, f.parameters().get(0).type())).isEqualTo("Base.map");
    }

    @Test
    void aClassOfTheSamePackageNeedsNoImport() throws CdefException {
        assertThat(resolve("org.example", "Base", "struct s { int x; };", "void f(struct s *p);")
                        .names()
                        .imports())
                .isEmpty();
    }

    @Test
    void aClassOfTheSameSimpleNameIsCalledByItsFullOne() throws CdefException {
        NamedBinding named = resolve("org.base", "Test", "struct s { int x; };", "void f(struct s *p, int org);");

        assertThat(name(
                        named,
                        union(named).functions().get(0).parameters().get(0).type()))
                .isEqualTo("org.base.Test.s");
        assertThat(parameters(named)).containsExactly("p", "org_");
        assertThat(named.names().imports()).isEmpty();
    }

    @Test
    void parametersDoNotHideTheirClasses() throws CdefException {
        assertThat(parameters(resolve("org.base", "Base", "struct s { int x; };", "void f(struct s *Base);")))
                .containsExactly("Base_");
    }

    @Test
    void functionPointersByName() throws CdefException {
        NamedBinding named = resolve(
                "org.base", "Base", "typedef int (*op)(int);", "void f(op a); void g(int (*b)(int)); int h(int x);");

        assertThat(union(named).signatures())
                .extracting(named.names()::of)
                .as("without a name, a type is its place's own")
                .containsExactly("g_b");
        assertThat(name(
                        named,
                        union(named).functions().get(0).parameters().get(0).type()))
                .isEqualTo("Base.op");
        assertThat(pointerTypes(named, 2)).containsExactly("g_b");
    }

    @Test
    void pointersToFunctionsAreOfTheirTypes() throws CdefException {
        NamedBinding named = resolve("org.base", "Base", "typedef int (*op)(int a);", "void f(op a); int h(int x);");

        assertThat(pointerTypes(named, 1)).containsExactly("Base.op");
    }

    @Test
    void whatIsDeclaredAlikeInBothIsTheirs() throws CdefException {
        NamedBinding named =
                resolve("org.base", "Base", "typedef struct map map;", "typedef struct map map;\nvoid f(map *m);");

        assertThat(union(named).composites()).isEmpty();
    }

    @Test
    void whatIsDeclaredOtherwiseIsRefused() {
        assertThat(refusals("typedef int t;", "typedef long t;"))
                .containsExactly("2:14 't' is declared differently at org/base/Base.cdef:1:13");
        assertThat(refusals("struct map; void f(struct map *m);", "struct map { int x; };"))
                .containsExactly("2:8 'struct map' is a handle at org/base/Base.cdef:1:8, and gets no body here");
    }

    @Test
    void aClassWithoutAPackageCannotBeUsedFromOne() {
        assertThatThrownBy(() -> resolve("", "Base", "struct s { int x; };", "void f(struct s *p);"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("its class has no package");
    }

    private static List<String> refusals(String base, String cdef) {
        return catchThrowableOfType(CdefException.class, () -> resolve("org.base", "Base", base, cdef))
                .diagnostics()
                .stream()
                .map(error -> error.span().position().line() + ":"
                        + error.span().position().column() + " " + error.message())
                .toList();
    }

    private static ResolvedBinding union(NamedBinding named) {
        return named.binding().union();
    }

    private static String name(NamedBinding named, ResolvedType type) {
        if (type instanceof ResolvedType.FunctionPointer pointer) {
            return named.names().of(pointer);
        }
        return type instanceof ResolvedType.Pointer pointer
                ? name(named, pointer.target())
                : named.names().of((ResolvedType.Composite) type);
    }

    private static List<String> parameters(NamedBinding named) {
        return named.names().parameters(union(named).functions().get(0).parameters()).stream()
                .map(NamedParameter::javaName)
                .toList();
    }

    private static List<String> pointerTypes(NamedBinding named, int function) {
        return named.names()
                .functionPointers(union(named).functions().get(function).pointerTypes());
    }

    private static NamedBinding resolve(String packageName, String className, String base, String cdef)
            throws CdefException {
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".cdef";
        return TestNaming.named("#include \"" + path + "\"\n" + cdef, Map.of(path, base));
    }
}
