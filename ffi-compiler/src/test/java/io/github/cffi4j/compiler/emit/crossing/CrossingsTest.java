package io.github.cffi4j.compiler.emit.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How each kind of type crosses, as one page: {@code crossings.txt} has it, and what C does not allow is refused. */
class CrossingsTest {
    private static final Path PAGE = Path.of("src", "test", "resources", "crossings", "crossings.txt");

    private static final String INCLUDED = "org/first/Other.cdef";
    private static final String OF_THE_SAME_NAME = "org/other/Other.cdef";

    private final NamedBinding named = TestNaming.named("""
            #include "org/first/Other.cdef"
            #include "org/other/Other.cdef"
            enum small { RED };
            struct point { int x; };
            typedef int (*visitor)(struct point *p);
            int f(const char *s, visitor v, va_list *list, size_t *n, long double *d);
            """, included());
    private final Crossings crossings = new Crossings(new VerifiedBinding(named, Map.of()));

    CrossingsTest() throws CdefException {}

    private static Map<String, String> included() {
        Map<String, String> included = new LinkedHashMap<>();
        included.put(INCLUDED, "");
        included.put(OF_THE_SAME_NAME, "typedef struct other { int x; } point;");
        return included;
    }

    @Test
    void eachKindAsThePageSays() throws IOException {
        StringBuilder page = new StringBuilder();
        types().forEach((name, type) -> page.append(name).append('\n').append(lines(crossings.of(type))));
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(page).hasToString(Files.readString(PAGE));
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(types().values().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(ResolvedType.class.getPermittedSubclasses());
    }

    @Test
    void aPointerTakesTextInAMethodForStrings() {
        ResolvedFunction function = TestNaming.of("int f(const char *s, const void *d, int *n);")
                .binding()
                .union()
                .functions()
                .get(0);

        assertThat(function.parameters().stream().map(parameter -> Stream.of(Argument.Form.values())
                        .map(form -> crossings.of(parameter, form))
                        .map(argument -> argument.javaType() + "=" + argument.toC(value("p")))
                        .collect(Collectors.joining(" "))))
                .containsExactly(
                        "BytePointer=Checked.address(p) String=scratch.utf8(p) String=scratch.utf8(p) byte[]=p",
                        "Pointer=Checked.address(p) Pointer=Checked.address(p) Object=scratch.data(p, \"f\", \"p\")"
                                + " Pointer=Checked.address(p)",
                        "IntPointer=Checked.address(p) IntPointer=Checked.address(p) IntPointer=Checked.address(p)"
                                + " int[]=p");
    }

    private static Map<String, ResolvedType> types() {
        ResolvedType character = new ResolvedType.Scalar(ScalarKind.CHAR);
        ResolvedType struct = new ResolvedType.Composite("struct point");
        Map<String, ResolvedType> types = new LinkedHashMap<>();
        types.put("void", new ResolvedType.Void());
        for (ScalarKind kind : ScalarKind.values()) {
            types.put(kind.name().toLowerCase(Locale.ROOT), new ResolvedType.Scalar(kind));
        }
        types.put("size_t", new ResolvedType.PlatformInteger("size_t"));
        types.put("long double", new ResolvedType.PlatformFloat("long double"));
        types.put("float _Complex", new ResolvedType.Complex(ComplexKind.FLOAT));
        types.put("double _Complex", new ResolvedType.Complex(ComplexKind.DOUBLE));
        types.put("enum small", new ResolvedType.Enumeration("enum small"));
        types.put("struct point", struct);
        types.put("struct of an included cdef", new ResolvedType.Composite("struct other"));
        types.put("va_list", new ResolvedType.Composite("va_list"));
        types.put("visitor", new ResolvedType.FunctionPointer("visitor"));
        types.put("void *", new ResolvedType.Pointer(new ResolvedType.Void()));
        types.put("char *", new ResolvedType.Pointer(character));
        types.put("struct point *", new ResolvedType.Pointer(struct));
        types.put("char **", new ResolvedType.Pointer(new ResolvedType.Pointer(character)));
        types.put("char []", new ResolvedType.Array(character, new ArrayLength.Open()));
        types.put("struct point []", new ResolvedType.Array(struct, new ArrayLength.Open()));
        return types;
    }

    private static String lines(Crossing crossing) {
        Place place = new Place("memory", "4", "8", "s.field");
        Map<String, Supplier<Object>> answers = new LinkedHashMap<>();
        answers.put("Java type", () -> crossing.javaType() + ", returned as " + crossing.returnedType());
        answers.put(
                "pointer to it",
                () -> crossing.pointee().pointerClass() + " by "
                        + crossing.pointee().pointerType());
        answers.put("argument", () -> crossing.carrier().c() + " = " + crossing.toC(value("x")));
        answers.put("values", () -> crossing.range().orElse("all of the Java type"));
        answers.put("argument in C", () -> {
            Crossing.InC argument = crossing.argumentInC("T", 0);
            return argument.declaration().map(declaration -> declaration + " ").orElse("") + argument.expression();
        });
        answers.put("result", () -> crossing.resultCarrier().c() + ": " + crossing.returned("f()"));
        answers.put("result in C", () -> crossing.returnedInC("T", "f()", 0));
        answers.put("constant", () -> crossing.constant("C", "get").body());
        answers.put("callback's argument", () -> crossing.fromSlot(Slot.inMemory(8)));
        answers.put("callback's argument as a word", () -> crossing.fromSlot(Slot.variable("w1", "")));
        answers.put("callback's argument in C", () -> crossing.toSlotInC("ffi_values[1]", 0, "ffi_"));
        answers.put(
                "callback's result",
                () -> crossing.toSlot(Slot.inMemory(0), Value.result("r", "g"), type -> "sizeof " + type));
        answers.put(
                "callback's result as a word",
                () -> crossing.toSlot(Slot.variable("", "return "), Value.result("r", "g"), type -> "sizeof " + type));
        answers.put("callback's result in C", () -> crossing.fromSlotInC("T").orElse("nothing"));
        answers.put("getter", () -> crossing.load(place));
        answers.put("setter", () -> crossing.store(place).orElse("none"));
        answers.put("shown by", crossing::shownBy);
        return answers.entrySet().stream()
                .map(answer -> "    " + answer.getKey() + ": " + text(answer.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Supplier<Object> answer) {
        try {
            return answer.get().toString().replace("\n", " ");
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageStartingWith("refused when resolving: ");
            return "refused when resolving";
        }
    }

    private static Value value(String name) {
        return new Value(name, "f", name, Optional.empty());
    }
}
