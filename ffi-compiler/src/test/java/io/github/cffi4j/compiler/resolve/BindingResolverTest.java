package io.github.cffi4j.compiler.resolve;

import static io.github.cffi4j.compiler.resolve.TestBinding.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cffi4j.cdef.PredefinedTypes;
import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Completeness;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingResolverTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            _Bool                   | bool
            bool                    | bool
            char                    | char
            signed char             | int8
            unsigned char           | uint8
            short                   | int16
            unsigned short          | uint16
            int                     | int32
            unsigned                | uint32
            long                    | long
            unsigned long           | unsigned long
            long long               | int64
            unsigned long long      | uint64
            float                   | float
            double                  | double
            long double             | float:long double
            int8_t                  | int8
            uint8_t                 | uint8
            int_least16_t           | int16
            uint32_t                | uint32
            int64_t                 | int64
            uintmax_t               | uint64
            size_t                  | size_t
            ssize_t                 | ssize_t
            intptr_t                | intptr_t
            int_fast16_t            | int_fast16_t
            wchar_t                 | wchar_t
            void *                  | *void
            const void *const       | *void
            char *                  | *char
            int **                  | **int32
            size_t *                | *size_t
            FILE *                  | *FILE
            int[]                   | *int32
            int[4]                  | *int32
            const char *[]          | **char
            struct tag *            | *struct tag
            union tag *             | *union tag
            enum tag                | enum:enum tag
            told                    | told
            told *                  | *told
            opaque *                | *opaque
            hidden                  | *void
            alias                   | int16
            of_alias                | *int16
            named *                 | *struct unnamed
            loose *                 | *loose
            mode                    | enum:mode
            """)
    void resolvesParameters(String type, String expected) {
        ResolvedBinding binding = TestBinding.of(Text.format("""
                typedef int... told;
                typedef ... opaque;
                typedef ... *hidden;
                typedef short alias;
                typedef alias *of_alias;
                typedef struct unnamed named;
                typedef struct { int x; } loose;
                typedef enum { OFF, ON } mode;
                int f(%s);
                """, type));
        assertThat(brief(binding.functions().get(0).parameters().get(0).type())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            const char *        | true
            const char *const   | true
            char const []       | true
            char *              | false
            const signed char * | false
            const char **       | false
            const void *        | false
            LPCSTR              | true
            const CHAR *        | true
            LPSTR               | false
            """)
    void takesTextWhereCPromisesNotToWrite(String type, boolean text) {
        assertThat(TestBinding.of("int f(" + type + ");").functions().get(0).parameters())
                .extracting(ResolvedFunction.Parameter::text)
                .containsExactly(text);
    }

    @Test
    void takesTextWhateverTypedefsCallIt() {
        assertThat(TestBinding.of("typedef char c; typedef const c *text, *other[2]; int f(text t, const c *u, c *v);")
                        .functions()
                        .get(0)
                        .parameters())
                .extracting(ResolvedFunction.Parameter::text)
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int f(long double _Complex x);             | 1:7 'long double _Complex' is not supported yet | wrap the function in the preamble, with real and imaginary parts apart
            typedef void v; int f(v x);                | 1:23 a parameter cannot be 'void' | write '(void)' for none
            extern struct nowhere x;                   | 1:23 'x' has a type of which only the name is known | declare its fields, or only '...;' among them
            struct p f(void);                          | 1:1 'struct p' crosses by value, and only its name is declared | declare its fields, or only '...;' among them; or use a pointer
            typedef ... t; int f(t v);                 | 1:22 't' crosses by value, and only its name is declared | declare its fields, or only '...;' among them; or use a pointer; if it is a va_list, write 'typedef va_list t;'
            int f(double _Complex x, ...);             | 1:7 a variadic function with a parameter of this type is not supported | wrap the function in the preamble, with a pointer or a double instead
            struct p { int x; }; int f(struct p x, ...); | 1:28 a variadic function with a parameter of this type is not supported | wrap the function in the preamble, with a pointer or a double instead
            int f(long double x, ...);                 | 1:7 a variadic function with a parameter of this type is not supported | wrap the function in the preamble, with a pointer or a double instead
            struct s { struct t x; };                  | 1:21 the field holds 'struct t' itself, of which only the name is declared | declare its fields, or only '...;' among them
            struct s { int x; int x; };                | 1:23 there is a field 'x' already, at Test.cdef:1:16 | keep one of the two
            struct s { int x; union { int y; int x; }; }; | 1:38 there is a field 'x' already, at Test.cdef:1:16 | keep one of the two
            enum { A } f(void);                        | 1:1 C has no name for this type | give it a tag or a typedef
            struct { int x; } *f(void);                | 1:1 C has no name for this type | give it a tag or a typedef
            """)
    void refuses(String cdef, String place, String fix) {
        assertThat(TestBinding.refusals(cdef)).containsExactly(place + " | " + fix);
    }

    @Test
    void saysWhereAClassIsFull() {
        String fields =
                IntStream.range(0, 4_001).mapToObj(i -> " int f" + i + ";").collect(Collectors.joining("\n"));

        assertThat(TestBinding.refusals("struct wide {\n" + fields + " };"))
                .singleElement()
                .asString()
                .startsWith(
                        "4002:6 this is field of 'struct wide' number 4,001; a Java class holds 4,000 | declare only");
    }

    @Test
    void refusesMoreParametersThanAJavaMethodTakes() {
        String parameters = String.join(", ", Collections.nCopies(300, "int"));
        assertThat(TestBinding.refusals("int f(" + parameters + ");"))
                .singleElement()
                .asString()
                .contains("'f' has 300 parameters of 306 words; a Java method takes 255");
        assertThat(TestBinding.of("int f(" + String.join(", ", Collections.nCopies(249, "int")) + ");")
                        .functions())
                .hasSize(1);
    }

    @Test
    void refusesBitsOfATypeThatNeitherHasAName() {
        assertThat(TestBinding.refusals("struct s { enum { A, B } : 3; };"))
                .containsExactly("1:12 neither these bits nor their type has a name"
                        + " | write 'unsigned int' as their type; declare the enum by itself");
    }

    @Test
    void refusesTypeNamesThatAreTooLongForAFile() {
        assertThat(TestBinding.refusals("struct " + "s".repeat(181) + " { int x; };"))
                .singleElement()
                .asString()
                .contains("the name has 181 characters; as the name of a Java class it may have 180");
    }

    @Test
    void refusesHintsThatDoNotExist() {
        assertThat(TestBinding.refusals("[[ffi::fast]] int f(void);"))
                .singleElement()
                .asString()
                .contains("there is no attribute 'ffi::fast'");
    }

    @Test
    void refusesRecordsOfMoreThanValues() {
        assertThat(TestBinding.refusals("""
                        struct inner { int a; };
                        struct [[ffi::record]] outer {
                            int fine;
                            char *text;
                            int (*code)(void);
                            double numbers[3];
                            struct inner inner;
                            const int bits : 3;
                        };
                        """))
                .containsExactly(
                        refusedField("4:11", "text", "it is a pointer, and nobody says how long that is good"),
                        refusedField("5:11", "code", "it is a pointer, and nobody says how long that is good"),
                        refusedField("6:12", "numbers", "it is an array"),
                        refusedField("7:18", "inner", "'struct inner' is not [[ffi::record]] in this cdef"),
                        refusedField("8:15", "bits", "it is const"));
        assertThat(TestBinding.refusals("struct [[ffi::record]] s { union { int a; float b; }; };"))
                .singleElement()
                .asString()
                .contains("'struct s' has a struct or union without a name among its fields");
    }

    @Test
    void refusesRecordsThatSomePlatformsHaveOtherwise() {
        assertThat(TestBinding.refusals("""
                        struct [[ffi::record]] outer {
                            int all;
                        #ifdef _WIN32
                            int some;
                            struct { int inside; };
                        #endif
                        };
                        #ifdef _WIN32
                        struct [[ffi::record]] windows { int all; };
                        #endif
                        """))
                .contains(refusedField("4:9", "some", "some platforms lack it"))
                .anyMatch(refusal -> refusal.contains("a struct or union without a name among its fields"))
                .noneMatch(refusal -> refusal.contains("windows"));
    }

    private static String refusedField(String place, String field, String reason) {
        return Text.format(
                "%s '%s' of 'struct outer' does not go into a record: %s | %s",
                place, field, reason, "remove [[ffi::record]]: the struct's getters and setters remain");
    }

    @Test
    void tellsAllRefusalsInTheOrderOfTheText() {
        assertThat(TestBinding.refusals("extern struct a x;\nstruct s { void b; };\nextern struct a y;"))
                .extracting(refusal -> refusal.substring(0, 3))
                .containsExactly("1:1", "2:1", "3:1");
    }

    @Test
    void keepsWhatACdefTellsOfAStruct() {
        assertThat(TestBinding.of("struct a { int x; }; struct b { int x; ...; }; struct c; int f(struct c *c);")
                        .composites())
                .extracting(ResolvedComposite::completeness)
                .containsExactly(Completeness.EXACT, Completeness.PARTIAL, Completeness.OPAQUE);
    }

    @Test
    void integersBehindPointersAndInArraysNeedAClass() {
        assertThat(TestBinding.of("""
                        int f(size_t n, ssize_t *m);
                        struct s { intptr_t a[3]; ptrdiff_t d; };
                        typedef int... unused;
                        """).integers())
                .extracting(integer -> integer.type().cName() + " " + integer.behindPointer())
                .containsExactlyInAnyOrder(
                        "size_t false", "ssize_t true", "intptr_t true", "ptrdiff_t false", "unused false");
    }

    @Test
    void anEnumThatIsOnlyNamedIsAnEnumAllTheSame() {
        assertThat(TestBinding.of("int f(enum e a, enum e b);").enums())
                .extracting(ResolvedEnum::cName, ResolvedEnum::enumerators)
                .containsExactly(tuple("enum e", List.of()));
    }

    @Test
    void constantsAndClassesShareTheirNames() {
        NamedBinding named = TestNaming.of("enum { node }; struct node { int x; };");
        ResolvedBinding binding = named.binding().union();
        assertThat(binding.composites()).extracting(named.names()::of).containsExactly("node");
        assertThat(named.names().constant("node")).isEqualTo("node_");
    }

    @Test
    void refusesAClassNameThatGeneratedCodeUsesItself() {
        assertThatThrownBy(() -> BindingName.of("org.example", "Pointer", "Pointer.cdef", ""))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("Pointer.cdef: generated code uses a class 'Pointer' itself; give the file another name");
    }

    @Test
    void theFingerprintTellsTextsAndNamesApart() {
        assertThat(Set.of(
                        BindingName.of("a", "B", "B.cdef", "int f(void);").fingerprint(),
                        BindingName.of("a", "B", "B.cdef", "int g(void);").fingerprint(),
                        BindingName.of("a", "C", "C.cdef", "int f(void);").fingerprint(),
                        BindingName.of("b", "B", "B.cdef", "int f(void);").fingerprint()))
                .hasSize(4);
    }

    @Test
    @DisplayName("every name that a cdef need not declare can be bound, or the error shows its declaration (fault 21)")
    void predefinedNames() {
        for (String name : PredefinedTypes.NAMES) {
            assertThat(TestBinding.refusals("void f(" + name + " *p);"))
                    .as(name)
                    .allSatisfy(refusal -> assertThat(name).endsWith("UNICODE_STRING"))
                    .allSatisfy(refusal -> assertThat(refusal).contains("declare it: 'typedef struct { USHORT Length"));
        }
    }

    @Test
    @DisplayName("TCHAR is as wide as the platform has it, and text (fault 21)")
    void windowsText() {
        ResolvedBinding binding = TestBinding.of("int f(LPCTSTR text, LPTSTR buffer); _Fcomplex g(_Dcomplex z);");

        assertThat(binding.functions().get(0).parameters())
                .extracting(ResolvedFunction.Parameter::text)
                .containsExactly(true, false);
        assertThat(TestBinding.brief(
                        binding.functions().get(0).parameters().get(1).type()))
                .isEqualTo("*TCHAR");
        assertThat(binding.functions().get(1).result()).isEqualTo(new ResolvedType.Complex(ComplexKind.FLOAT));
        assertThat(binding.spelling().typeName(binding.functions().get(1).declaredResult()))
                .isEqualTo("float _Complex");
    }

    @Test
    @DisplayName("C passes a va_list to functions, and nowhere else (fault 22)")
    void listsOfArguments() {
        assertThat(TestBinding.refusals("int f(va_list list); int g(va_list *list); void h(int (*f)(va_list list));"))
                .isEmpty();
        for (String cdef : List.of(
                "va_list f(void);",
                "struct s { va_list list; };",
                "extern va_list list;",
                "static const va_list list;")) {
            assertThat(TestBinding.refusals(cdef))
                    .singleElement()
                    .asString()
                    .contains(" C passes a 'va_list' to functions, and nowhere else | use a pointer to it");
        }
        assertThat(TestBinding.refusals("int f(va_list list, ...);")).hasSize(1);
    }
}
