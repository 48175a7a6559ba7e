package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.naming.NativeNames;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Platform;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes the class that loads the library and declares the native methods, in a file of its own: what people read is the other.
 * It is initialised at the first call, so a class with constants alone loads nothing.
 */
final class NativeEmitter {
    /** Lets the runtime reach memory in the name of the generated class's module. */
    static final String OFFER = "NativeAccess.offer(MethodHandles.lookup());";

    private final JavaWriter out = new JavaWriter();
    private final ResolvedBinding binding;
    private final Crossings types;
    private final LayoutTable table;
    private final ConditionalBinding conditional;
    private final PlatformGuards guards;
    private final boolean glue;
    private final RequirementEmitter requirements;
    private final Map<String, String> texts;

    /**
     * @param types that the class of the binding was written with
     * @param glue whether the binding has C of its own
     * @param requirements what is asked of the user's library
     * @param texts the constants that are text, of a binding without C; a character is a byte
     */
    NativeEmitter(
            ConditionalBinding conditional,
            Crossings types,
            LayoutTable table,
            PlatformGuards guards,
            boolean glue,
            RequirementEmitter requirements,
            Map<String, String> texts) {
        this.glue = glue;
        this.requirements = requirements;
        this.texts = texts;
        this.conditional = conditional;
        this.guards = guards;
        this.binding = conditional.union();
        this.types = types;
        this.table = table;
    }

    /** The text of the class. */
    String emit(String library) {
        if (!glue) {
            return emitWithoutGlue(library);
        }
        Imports.head(out, types.names());
        out.blank()
                .javadoc(Text.format(
                        "What {@link %s} calls: the functions of the library's glue, with fixed widths and addresses as {@code long}. Nothing here checks an argument.",
                        types.names().binding().className()));
        boolean stubs = !binding.signatures().isEmpty();
        out.lines("@SuppressWarnings({\"unused\", \"deprecation\"})")
                .open("final class " + types.nativeClass() + " implements java.util.function.Consumer<String>"
                        + (stubs ? ", Stubs.Source" : ""));
        if (requirements.linked()) {
            out.lines("static final LinkedLibrary SYSTEM;");
        }
        fields();
        out.blank().open("static");
        out.lines(OFFER);
        load(library);
        fieldInits();
        out.close();
        // Called from here, so that the library belongs to this class's loader and module.
        out.blank()
                .lines("@Override")
                .open("public void accept(String path)")
                .lines("System.load(path);")
                .close();
        if (stubs) {
            out.blank().lines("@Override").open("public long more(Segment stubs, int first)");
            out.lines("return " + NativeNames.MORE_STUBS + "(stubs.address(), first);")
                    .close();
        }
        require();
        out.blank().lines("static native long[] ffi_layout(long jni_upcalls);");
        if (requirements.linked()) {
            out.lines("static native long " + NativeNames.LACKS + "();");
        }
        if (stubs) {
            out.lines("static native long " + NativeNames.MORE_STUBS + "(long stubs, int first);");
        }
        binding.typedConstants().forEach(this::declare);
        binding.globals().forEach(global -> out.lines("static native long " + NativeNames.address(global) + "();"));
        binding.composites().forEach(this::declareBitfields);
        binding.signatures()
                .forEach(signature ->
                        out.lines("static native long " + types.natives().stubTable(signature) + "();"));
        binding.upcalls().forEach(upcall -> out.lines("static native long " + NativeNames.address(upcall) + "();"));
        binding.functions().stream()
                .filter(PointerEmitter::taken)
                .forEach(function -> out.lines("static native long " + NativeNames.address(function) + "();"));
        if (!binding.signatures().isEmpty() || !binding.upcalls().isEmpty()) {
            out.blank().open("static void ffi_link(int what, long address)");
            out.lines("Upcalls.link(MethodHandles.lookup(), what, address);").close();
        }
        DowncallEmitter downcalls = new DowncallEmitter(out, Downcall.all(binding, types));
        downcalls.emitBranches();
        CallbackEmitter callbacks = new CallbackEmitter(out, types.elsewhere(), table, guards);
        binding.signatures().forEach(callbacks::emitEntry);
        binding.upcalls()
                .forEach(upcall ->
                        callbacks.emitEntry(upcall, types.names().binding().className()));
        downcalls.emitHolders();
        binding.signatures().forEach(callbacks::emitPlumbing);
        binding.upcalls().forEach(callbacks::emitPlumbing);
        callbacks.emitIncludedStubs();
        IndexNames.emit(out, table.names());
        return out.close().toString();
    }

    /**
     * Writes the class of a binding without glue: a table beside it holds the answers of the compilers, and java.lang.foreign
     * calls each function.
     */
    private String emitWithoutGlue(String library) {
        Imports.head(out, types.names());
        out.blank()
                .javadoc(
                        "The functions of the system's library: fixed widths, addresses as {@code long}, nothing checked.");
        boolean stubs = !binding.signatures().isEmpty();
        out.lines("@SuppressWarnings({\"unused\", \"deprecation\"})")
                .open("final class " + types.nativeClass() + (stubs ? " implements Stubs.Source" : ""));
        out.lines("static final SystemLibrary SYSTEM;");
        fields();
        String owner = types.names().binding().className();
        out.blank().open("static");
        out.lines(OFFER);
        out.lines("SystemLibrary system = null;\nLayout layout;").open("try");
        out.lines(
                Text.format("system = SystemLibrary.open(MethodHandles.lookup(), %s.class, \"%s\");", owner, library));
        out.lines(Text.format(
                "layout = system.layout(0x%016xL);",
                table.fingerprint(types.names().binding().fingerprint())));
        CallShapes shapes = new CallShapes(
                table.indexes(), binding, KeptErrors.of(conditional).flag());
        out.lines(requirements.lines(shapes, this::presence));
        includedSizes();
        out.close();
        out.open("catch (LinkageError failure)")
                .lines("layout = Layout.missing(failure);")
                .close();
        out.lines("SYSTEM = system;\nLAYOUT = layout;\nLOADED = layout.isPresent();");
        fieldInits();
        out.close();
        require();
        for (ResolvedGlobal global : binding.globals()) {
            out.blank().open("static long " + NativeNames.address(global) + "()");
            out.lines(
                    KeptErrors.errno(global)
                            ? "return SYSTEM.errno();"
                            : "return SYSTEM.address(\"" + global.cName() + "\");");
            out.close();
        }
        binding.functions().stream().filter(PointerEmitter::taken).forEach(function -> {
            out.blank().open("static long " + NativeNames.address(function) + "()");
            out.lines("return SYSTEM.address(\"" + function.cName() + "\");").close();
        });
        if (stubs) {
            out.blank().lines("@Override").open("public long more(Segment stubs, int first)");
            out.lines("return 0;").close();
            out.blank().lines("@Override").open("public long next(Segment stubs, int first)");
            out.lines("return SYSTEM.moreStubs(stubs, first);").close();
        }
        binding.composites().forEach(this::bitfields);
        binding.typedConstants().forEach(this::told);
        CallbackEmitter callbacks = new CallbackEmitter(out, types.elsewhere(), table, guards);
        int functions = binding.functions().size();
        new DowncallEmitter(out, Downcall.all(binding, types))
                .emitSystemCalls(
                        index -> index < functions
                                ? new DowncallEmitter.SystemCall(
                                        binding.functions().get(index).cName(),
                                        shapes.of(binding.functions().get(index)))
                                : new DowncallEmitter.SystemCall(
                                        "", shapes.of(binding.signatures().get(index - functions))),
                        KeptErrors.of(conditional).flag());
        binding.signatures().forEach(callbacks::emitSystemEntry);
        binding.signatures().forEach(signature -> callbacks.emitSystemPlumbing(signature, shapes.ofUpcall(signature)));
        callbacks.emitIncludedStubs();
        IndexNames.emit(out, table.names());
        return out.close().toString();
    }

    private void fields() {
        out.lines("static final Layout LAYOUT;\nprivate static final boolean LOADED;");
        PlatformGuards.sets(conditional)
                .forEach(some -> out.lines("static final Presence " + PlatformSets.field(some) + ";"));
        binding.integers().forEach(integer -> integerField(types.natives().field(integer.type())));
        binding.enums().stream()
                .filter(enumeration -> !enumeration.cName().isEmpty())
                .forEach(enumeration -> integerField(NativeNames.enumField(enumeration.cName())));
        binding.floats()
                .forEach(floating ->
                        out.lines("static final FloatingType " + types.natives().field(floating.type()) + ";"));
    }

    private void fieldInits() {
        PlatformGuards.sets(conditional).forEach(this::presenceInit);
        binding.integers().forEach(this::integerInit);
        binding.enums().stream()
                .map(ResolvedEnum::cName)
                .filter(cName -> !cName.isEmpty())
                .forEach(cName -> integerInit(NativeNames.enumField(cName), "enumeration", cName));
        binding.floats().forEach(floating -> floatingInit(floating.type()));
    }

    private void require() {
        out.blank()
                .open("static void ffi_require()")
                .open("if (!LOADED)")
                .lines("throw LAYOUT.failure();")
                .close()
                .close();
    }

    /**
     * An initialiser that throws would spoil the class for good: the reason is kept instead, and thrown by each function.
     */
    private void load(String library) {
        String owner = types.names().binding().className();
        boolean linked = requirements.linked();
        out.lines((linked ? "LinkedLibrary system = null;\n" : "") + "Layout layout;")
                .open("try");
        out.lines(Text.format("LibraryLoader.load(%s.class, \"%s\", new %s());", owner, library, types.nativeClass()));
        out.lines(Text.format(
                "layout = new Layout(ffi_layout(Backend.JNI_UPCALLS), \"%s\", 0x%016xL);",
                types.names().binding().binaryName(),
                table.fingerprint(types.names().binding().fingerprint())));
        includedSizes();
        if (linked) {
            out.lines(Text.format(
                    "system = LinkedLibrary.of(\"%s\", %s());",
                    types.names().binding().binaryName(), NativeNames.LACKS));
        }
        out.lines(requirements.ofGlue(this::presence, types));
        out.close();
        out.open("catch (LinkageError failure)")
                .lines(Text.format(
                        "layout = Layout.missing(LibraryLoader.explained(%s.class, \"%s\", failure));", owner, library))
                .close();
        out.lines((linked ? "SYSTEM = system;\n" : "") + "LAYOUT = layout;\nLOADED = layout.isPresent();");
    }

    /** Types of other bindings are as large as the headers of this one have them. */
    private void includedSizes() {
        for (ResolvedComposite included : binding.includes().composites()) {
            String check = Text.format(
                    "layout.requireSize(%s, %s);",
                    table.sizeIndex(included.cName()),
                    types.qualified(types.names().of(included)) + ".TYPE");
            out.lines(
                    guards.everywhere(included.cName())
                            ? check
                            : Text.format(
                                    "if (layout.%s.here()) {\n    %s\n}",
                                    presence(conditional.having(included.cName())), check));
        }
    }

    private String presence(Set<Platform> some) {
        return Text.format("presence(%s, \"%s\")", table.presenceIndex(some), PlatformSets.classifiers(some));
    }

    private void presenceInit(Set<Platform> some) {
        out.lines(Text.format("%s = LAYOUT.%s;", PlatformSets.field(some), presence(some)));
    }

    private void integerField(String name) {
        out.lines("static final IntegerType " + name + ";");
    }

    /** Returns true if the class of a pointer to it is the runtime's, which this library's compiler has to agree with. */
    static boolean shared(ResolvedInteger integer) {
        return integer.behindPointer() && integer.type().standard();
    }

    private void integerInit(ResolvedInteger integer) {
        String cName = integer.type().cName();
        if (shared(integer)) {
            String type =
                    types.names().of(integer.type()).replaceAll("^c_|_t$", "").toUpperCase(Locale.ROOT);
            String value = Text.format("LAYOUT.standard(IntegerType.%s, %s)", type, table.integerIndex(cName));
            out.lines(types.natives().field(integer.type()) + " = " + guards.ifHere(cName, value, "null") + ";");
        } else {
            integerInit(types.natives().field(integer.type()), "integer", cName);
        }
    }

    private void integerInit(String name, String kind, String cName) {
        String value = Text.format("LAYOUT.%s(\"%s\", %s)", kind, cName, table.integerIndex(cName));
        out.lines(name + " = " + guards.ifHere(cName, value, "null") + ";");
    }

    private void floatingInit(ResolvedType.PlatformFloat type) {
        String value = Text.format("LAYOUT.floating(%s)", table.floatingIndex(type.cName()));
        out.lines(types.natives().field(type) + " = " + guards.ifHere(type.cName(), value, "null") + ";");
    }

    /** Reads and writes bitfields where the compilers put them. */
    private void bitfields(ResolvedComposite composite) {
        for (ResolvedComposite.Field field : LayoutTable.bitfields(composite)) {
            String place = table.placeIndex(composite, field);
            String width = table.widthIndex(field);
            out.blank().open("static long " + types.natives().bitReader(composite, field) + "(long struct)");
            out.lines(Text.format(
                            "return LAYOUT.readBits(struct, %s, %s, %s);",
                            place, width, table.bitfieldIntegerIndex(field)))
                    .close();
            if (!field.constant()) {
                out.blank()
                        .open("static void " + types.natives().bitWriter(composite, field)
                                + "(long struct, long value)");
                out.lines(Text.format("LAYOUT.writeBits(struct, %s, %s, value);", place, width))
                        .close();
            }
        }
    }

    /** A constant with a type, as the compilers told it. */
    private void told(ResolvedTypedConstant constant) {
        if (CallShapes.text(constant.type())) {
            out.blank().open("static long " + NativeNames.getter(constant) + "()");
            String text = texts.getOrDefault(constant.cName(), "");
            out.lines("return SYSTEM.text(" + JavaWriter.bytes(text) + ");").close();
            return;
        }
        Carrier carrier = types.of(constant.type()).resultCarrier();
        String value = "LAYOUT.get(" + table.toldIndex(constant.cName()) + ")";
        out.blank().open("static " + carrier.java() + " " + NativeNames.getter(constant) + "()");
        out.lines("return "
                        + switch (carrier) {
                            case BOOLEAN -> value + " != 0";
                            case INT -> "(int) " + value;
                            case FLOAT -> "(float) Double.longBitsToDouble(" + value + ")";
                            case DOUBLE -> "Double.longBitsToDouble(" + value + ")";
                            default -> value;
                        }
                        + ";")
                .close();
    }

    private void declareBitfields(ResolvedComposite composite) {
        composite.fields().stream().filter(field -> field.bits().isPresent()).forEach(field -> {
            out.lines("static native long " + types.natives().bitReader(composite, field) + "(long struct);");
            if (!field.constant()) {
                out.lines("static native void " + types.natives().bitWriter(composite, field)
                        + "(long struct, long value);");
            }
        });
    }

    /** A struct or a complex number is written to memory of Java's. */
    private void declare(ResolvedTypedConstant constant) {
        Crossing crossing = types.of(constant.type());
        out.lines(Text.format(
                "static native %s %s(%s);",
                crossing.resultCarrier().java(),
                NativeNames.getter(constant),
                crossing.copied() ? "long ffi_result" : ""));
    }
}
