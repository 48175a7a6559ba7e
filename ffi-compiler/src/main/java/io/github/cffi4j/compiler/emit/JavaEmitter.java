package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Place;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedParameter;
import io.github.cffi4j.compiler.naming.NativeNames;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.ConstantValue;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the Java classes of a binding. */
public final class JavaEmitter {
    private final VerifiedBinding verified;
    private final ResolvedBinding binding;
    private final String library;
    private final boolean glue;
    private final SystemRequirements requirements;
    private final Map<String, String> texts;
    private final LayoutTable table;
    private final Crossings types;
    private final PlatformGuards guards;
    private final JavaWriter out = new JavaWriter();

    private JavaEmitter(
            VerifiedBinding verified,
            String library,
            boolean glue,
            SystemRequirements requirements,
            Map<String, String> texts) {
        this.glue = glue;
        this.texts = texts;
        this.verified = verified;
        this.requirements = requirements;
        this.binding = verified.binding();
        this.library = library;
        this.table = LayoutTable.of(verified);
        if (!glue) {
            table.addTold(verified.binding());
        }
        this.types = new Crossings(verified);
        this.guards = new PlatformGuards(verified.named(), glue && requirements.linked());
    }

    /** Returns the text of the classes of a library that needs no other. */
    public static JavaTexts emit(VerifiedBinding verified, String library) {
        return new JavaEmitter(verified, library, true, SystemRequirements.none(), Map.of()).emit();
    }

    /**
     * Returns the text of the classes.
     *
     * @param library the native library's name, without prefix and suffix
     * @param requirements which library of the user's system it is linked to, and what that must say of itself
     * @throws CdefException if the cdef has not what is asked
     */
    public static JavaTexts emit(VerifiedBinding verified, String library, SystemRequirements requirements)
            throws CdefException {
        new RequirementEmitter(verified, LayoutTable.of(verified), requirements).refuse();
        return new JavaEmitter(verified, library, true, requirements, Map.of()).emit();
    }

    /**
     * The texts of classes that call a library of the user's system without C of their own.
     *
     * @param library by whose name users point at another one
     * @param requirements what is asked of that library when it is loaded
     * @param texts the constants that are text; a character is a byte
     * @throws CdefException if the cdef has not what is asked
     */
    public static JavaTexts emitWithoutGlue(
            VerifiedBinding verified, String library, SystemRequirements requirements, Map<String, String> texts)
            throws CdefException {
        new RequirementEmitter(verified, LayoutTable.of(verified), requirements).refuse();
        return new JavaEmitter(verified, library, false, requirements, texts).emit();
    }

    private JavaTexts emit() {
        BindingName name = verified.names().binding();
        Imports.head(out, verified.names());
        ClassParts parts = members();
        String ancestors = inherited(parts.inherited());
        out.blank();
        out.javadoc(
                !glue
                        ? Text.format("The C declarations of {@code %s}.%s", name.cdefName(), needs())
                        : Text.format(
                                "The C declarations of {@code %s}, in library {@code %s}.%s",
                                name.cdefName(), library, needs()));
        out.lines("@SuppressWarnings({\"unused\", \"deprecation\"})")
                .open("public final class " + name.className() + ancestors);
        offerMemory();
        out.blank().lines("private " + name.className() + "() {}");
        parts.own().forEach(Runnable::run);
        StructEmitter structs = new StructEmitter(out, types, table, guards, binding);
        binding.composites().stream().filter(ResolvedComposite::complete).forEach(structs::emit);
        binding.composites().stream().filter(type -> !type.complete()).forEach(structs::emitHandle);
        binding.aliases().forEach(structs::emitAlias);
        ownIntegers().forEach(structs::emitInteger);
        binding.floats().stream().filter(ResolvedFloat::behindPointer).forEach(structs::emitFloat);
        CallbackEmitter callbacks = new CallbackEmitter(out, types, table, guards);
        Set<String> unnamed = binding.signatures().stream()
                .filter(signature -> !signature.named())
                .map(ResolvedSignature::id)
                .collect(Collectors.toSet());
        binding.signatures().forEach(signature -> callbacks.emit(signature, unnamed));
        binding.upcalls().forEach(upcall -> callbacks.emit(upcall, name.className()));
        new PointerEmitter(out, types, guards).emit(binding.functions());
        String api = out.close().toString();
        RequirementEmitter asked = new RequirementEmitter(verified, table, requirements);
        return new JavaTexts(
                api, new NativeEmitter(verified.conditional(), types, table, guards, glue, asked, texts).emit(library));
    }

    /** The sentence for users who wonder which package to install. */
    private String needs() {
        Map<String, Set<Platform>> platforms = new LinkedHashMap<>();
        requirements.libraries().forEach((platform, names) -> platforms
                .computeIfAbsent(names, any -> new TreeSet<>())
                .add(platform));
        return platforms.isEmpty()
                ? ""
                : platforms.entrySet().stream()
                        .map(entry -> "{@code " + entry.getKey().replace(",", "} or {@code ") + "} on "
                                + PlatformSets.described(entry.getValue()))
                        .collect(Collectors.joining("; ", "\n\n<p>Needs a library of the user's system: ", "."));
    }

    /** In each class that may be used first, and in that of the native methods: before memory is. */
    private void offerMemory() {
        out.blank().open("static").lines(NativeEmitter.OFFER).close();
    }

    /** Before fields are read by native methods: the JVM's own error would not say why there are none. */
    private void requireLibrary() {
        out.blank().open("static").lines(types.require()).close();
    }

    private ClassParts members() {
        ClassParts.Collector members = new ClassParts.Collector();
        FunctionEmitter functions = new FunctionEmitter(out, types, guards, this::bounds);
        binding.constants().forEach(each -> members.constant(verified, each, () -> constant(each)));
        for (ResolvedTypedConstant each : binding.typedConstants()) {
            if (guards.everywhere(each.cName())) {
                members.readByMethod(this::requireLibrary, () -> typedConstant(each));
            } else {
                members.typedConstant(() -> typedConstant(each));
            }
        }
        binding.globals().forEach(each -> members.global(() -> global(each)));
        binding.functions().forEach(each -> members.function(each, () -> functions.emit(each)));
        return members.parts();
    }

    /** For each parameter that C takes so much memory for, the Java expression of how many bytes that is. */
    private Map<String, String> bounds(ResolvedFunction function) {
        List<NamedParameter> parameters = types.names().parameters(function.parameters());
        return ParameterBounds.of(function, verified.conditional()).entrySet().stream()
                .collect(Collectors.toMap(
                        bound -> parameters.get(bound.getKey()).javaName(),
                        bound -> types.layout(table.sizeIndex(bound.getValue()))));
    }

    /** Writes the classes that the binding's own inherits its members from; gives the clause that says so. */
    private String inherited(List<List<Runnable>> parts) {
        String clause = standardTypes();
        if (!parts.isEmpty()) {
            nestedTypes()
                    .map(type -> Text.format("import %s.%s;", canonicalName(), type))
                    .forEach(out::lines);
        }
        for (int i = 0; i < parts.size(); i++) {
            String name = ClassParts.name(verified.names().binding().className(), i);
            out.blank()
                    .lines("@SuppressWarnings({\"unused\", \"deprecation\"})")
                    .open("abstract class " + name + clause);
            offerMemory();
            parts.get(i).forEach(Runnable::run);
            out.close();
            clause = " extends " + name;
        }
        return clause;
    }

    /** The nested classes, whose simple names the inherited parts use. */
    private Stream<String> nestedTypes() {
        return Stream.of(
                        binding.composites().stream().map(types.names()::of),
                        binding.aliases().stream().map(alias -> types.names().alias(alias.cName())),
                        ownIntegers().map(integer -> types.names().of(integer.type())),
                        binding.floats().stream()
                                .filter(ResolvedFloat::behindPointer)
                                .map(floating -> types.names().of(floating.type())),
                        binding.signatures().stream().map(types.names()::of))
                .flatMap(names -> names);
    }

    /** The integers that need a class of this binding's for a pointer to them. */
    private Stream<ResolvedInteger> ownIntegers() {
        return binding.integers().stream()
                .filter(ResolvedInteger::behindPointer)
                .filter(integer -> !integer.type().standard());
    }

    /** The clause that brings the classes for pointers to C's own integers, if the binding has such pointers. */
    private String standardTypes() {
        return binding.integers().stream().anyMatch(NativeEmitter::shared) ? " implements CTypes" : "";
    }

    private String canonicalName() {
        BindingName name = verified.names().binding();
        return name.packageName().isEmpty() ? name.className() : name.packageName() + "." + name.className();
    }

    private void constant(ResolvedConstant constant) {
        String name = constant.cName();
        String type = verified.fitsInt(name) ? "int" : "long";
        String value = verified.sameEverywhere(name)
                .map(same -> literal(type, same))
                .orElseGet(() -> (type.equals("int") ? "(int) " : "") + types.layout(table.valueIndex(name)));
        DocComment comment = DocComment.of(constant.declaration());
        String declaration =
                comment.before(JavadocText.code(constant.declaration().text()));
        String javadoc = verified.sameEverywhere(name).isPresent()
                        || verified.values(name).isEmpty()
                ? declaration
                : declaration + "\n\n<p>" + byPlatform(verified.values(name)) + ".";
        constant(name, type, types.names().constant(constant.cName()), value, javadoc, comment.deprecation());
    }

    /** A field, or a method where some platforms lack it. */
    private void constant(String cName, String type, String javaName, String value, String javadoc, String tags) {
        out.blank();
        if (guards.everywhere(cName)) {
            out.javadoc(DocComment.tagged(javadoc, tags))
                    .lines(Text.format("public static final %s %s = %s;", type, javaName, value));
        } else {
            out.javadoc(DocComment.tagged(guards.throwing(cName, javadoc), tags))
                    .open(Text.format("public static %s %s()", type, javaName))
                    .lines(types.require() + guards.require(cName, cName) + "return " + value + ";")
                    .close();
        }
    }

    private static String literal(String type, ConstantValue value) {
        return type.equals("int")
                ? value.toString()
                : value.unsignedLong() ? "0x" + Long.toHexString(value.bits()) + "L" : value + "L";
    }

    /** {@code 110 on Linux, 10035 on Windows}. */
    private static String byPlatform(Map<Platform, ConstantValue> values) {
        return values.values().stream()
                .distinct()
                .map(value -> value + " on "
                        + PlatformSets.described(values.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(value))
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet())))
                .collect(Collectors.joining("; "));
    }

    private void typedConstant(ResolvedTypedConstant constant) {
        Crossing crossing = types.of(constant.type());
        Crossing.Constant code = crossing.constant(
                types.names().constant(constant.cName()), types.ofNative(NativeNames.getter(constant)));
        DocComment comment = DocComment.of(constant.declaration());
        String javadoc = comment.before(JavadocText.code(constant.declaration().text()));
        String tags = comment.deprecation();
        String cName = constant.cName();
        out.blank();
        if (guards.everywhere(cName)) {
            out.javadoc(DocComment.tagged(javadoc, tags))
                    .lines(Text.format(
                            "public static final %s %s%s;",
                            crossing.javaType(), types.names().constant(constant.cName()), code.initializer()));
            code.block()
                    .ifPresent(block -> out.blank().open("static").lines(block).close());
        } else {
            out.javadoc(DocComment.tagged(guards.throwing(cName, javadoc + (code.copy() ? " A copy." : "")), tags))
                    .open(Text.format(
                            "public static %s %s()",
                            crossing.javaType(), types.names().constant(constant.cName())))
                    .lines(types.require() + guards.require(cName, cName) + code.body())
                    .close();
        }
    }

    private void global(ResolvedGlobal global) {
        Crossing crossing = types.of(global.type());
        String size = crossing.openEnded()
                ? "Segment.UNKNOWN_SIZE"
                : crossing.inPlace() ? types.layout(table.valueSizeIndex(global.cName())) : "";
        String segment = Text.format(
                "Segment.%s(%s.%s())",
                global.constant() ? "ofConstant" : "ofAddress", types.nativeClass(), NativeNames.address(global));
        new FieldEmitter(out, types, guards)
                .emit(
                        global.asField(),
                        new Place(segment, "0", size, global.cName()),
                        new FieldEmitter.Accessors(types.names().of(global), global.cName(), "public static", ""));
    }
}
