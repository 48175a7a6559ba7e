package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.IncludedTexts.IncludedText;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A binding that uses the types of another. */
class IncludedTypesTest {

    @Test
    void theirClassesAreUsedAndNotGeneratedAgain() throws CdefException {
        ResolvedBinding binding = resolve(
                "org.base", "Base", "typedef struct { int x; } point; typedef struct map map;", "point f(map *m);");

        assertThat(binding.composites()).isEmpty();
        assertThat(binding.includes().imports()).containsExactly("org.base.Base");
        assertThat(binding.includes().composites())
                .extracting(ResolvedComposite::javaName)
                .containsExactly("Base.point");
        ResolvedFunction f = binding.functions().get(0);
        assertThat(TestBinding.brief(f.result())).isEqualTo("point=Base.point");
        assertThat(TestBinding.brief(f.parameters().get(0).type())).isEqualTo("*struct map=Base.map");
    }

    @Test
    void aClassOfTheSamePackageNeedsNoImport() throws CdefException {
        assertThat(resolve("org.example", "Base", "struct s { int x; };", "void f(struct s *p);")
                        .includes()
                        .imports())
                .isEmpty();
    }

    @Test
    void aClassOfTheSameSimpleNameIsCalledByItsFullOne() throws CdefException {
        ResolvedBinding binding = resolve("org.base", "Test", "struct s { int x; };", "void f(struct s *p, int org);");

        assertThat(TestBinding.brief(
                        binding.functions().get(0).parameters().get(0).type()))
                .isEqualTo("*struct s=org.base.Test.s");
        assertThat(binding.functions().get(0).parameters().get(1).javaName()).isEqualTo("org_");
        assertThat(binding.includes().imports()).isEmpty();
    }

    @Test
    void parametersDoNotHideTheirClasses() throws CdefException {
        assertThat(resolve("org.base", "Base", "struct s { int x; };", "void f(struct s *Base);")
                        .functions()
                        .get(0)
                        .parameters()
                        .get(0)
                        .javaName())
                .isEqualTo("Base_");
    }

    @Test
    void functionPointersByName() throws CdefException {
        ResolvedBinding binding = resolve(
                "org.base", "Base", "typedef int (*op)(int);", "void f(op a); void g(int (*b)(int)); int h(int x);");

        assertThat(binding.signatures())
                .extracting(ResolvedSignature::javaName)
                .as("without a name, a type is its place's own")
                .containsExactly("g_b");
        assertThat(binding.functions().get(0).parameters().get(0).type())
                .isEqualTo(new ResolvedType.FunctionPointer("Base.op"));
        assertThat(binding.functions().get(2).pointerTypes()).containsExactly("g_b");
    }

    @Test
    void pointersToFunctionsAreOfTheirTypes() throws CdefException {
        ResolvedBinding binding =
                resolve("org.base", "Base", "typedef int (*op)(int a);", "void f(op a); int h(int x);");

        assertThat(binding.functions().get(1).pointerTypes()).containsExactly("Base.op");
    }

    @Test
    void whatIsDeclaredAlikeInBothIsTheirs() throws CdefException {
        ResolvedBinding binding =
                resolve("org.base", "Base", "typedef struct map map;", "typedef struct map map;\nvoid f(map *m);");

        assertThat(binding.composites()).isEmpty();
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

    private static ResolvedBinding resolve(String packageName, String className, String base, String cdef)
            throws CdefException {
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".cdef";
        String text = "#include \"" + path + "\"\n" + cdef;
        IncludedTexts texts = (includer, written) -> Optional.of(new IncludedText(path, new SourceText(path, base)));
        Set<Platform> all = EnumSet.copyOf(Platform.standard());
        return BindingResolver.resolve(
                        BindingName.of("org.example", "Test", "Test.cdef", text),
                        CdefParser.parse(new SourceText("Test.cdef", text), "org/example/Test.cdef", texts, all),
                        List.of(BindingResolver.resolve(
                                BindingName.of(packageName, className, path, base),
                                CdefParser.parse(new SourceText(path, base), path, IncludedTexts.NONE, all))))
                .union();
    }
}
