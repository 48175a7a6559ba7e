package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedEnum;
import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedGlobal;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.resolve.ResolvedSignature;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ResolvedTypedConstant;
import io.github.cffi4j.build.resolve.ResolvedUpcall;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the nested class that loads the library and declares the native methods. It is initialised at the first call, so
 * a class with constants alone loads nothing.
 */
final class NativeEmitter {
    private final JavaWriter out;
    private final ResolvedBinding binding;
    private final JavaTypes types;
    private final LayoutTable table;

    NativeEmitter(JavaWriter out, ResolvedBinding binding, JavaTypes types, LayoutTable table) {
        this.out = out;
        this.binding = binding;
        this.types = types;
        this.table = table;
    }

    /**
     * @param access of the class: {@code private } where no other class of the package needs it
     */
    void emit(String library, String access) {
        out.blank().javadoc("The library's own entries: fixed widths, addresses as {@code long}, nothing checked.");
        out.open(access + "static final class Native");
        out.lines("static final Layout LAYOUT;");
        binding.integers().forEach(integer -> integerField(integer.type()));
        binding.enums().stream()
                .filter(enumeration -> !enumeration.cName().isEmpty())
                .forEach(enumeration -> integerField(new ResolvedType.Enumeration(enumeration.cName())));
        binding.floats()
                .forEach(floating -> out.lines("static final FloatingType " + floatingName(floating.type()) + ";"));
        out.blank().open("static");
        // System.load is called from here, so that the library belongs to this class's loader and module.
        out.lines("NativeLibrary.load(%s.class, \"%s\", path -> System.load(path));"
                .formatted(binding.name().className(), library));
        out.lines("LAYOUT = new Layout(ffi_layout(), \"%s\", 0x%016xL);"
                .formatted(
                        binding.name().binaryName(),
                        table.fingerprint(binding.name().fingerprint())));
        binding.integers().stream().map(ResolvedInteger::type).forEach(type -> integerInit(type, type.cName()));
        binding.enums().stream()
                .map(ResolvedEnum::cName)
                .filter(cName -> !cName.isEmpty())
                .forEach(cName -> integerInit(new ResolvedType.Enumeration(cName), cName));
        binding.floats()
                .forEach(floating -> out.lines("%s = LAYOUT.floating(%d);"
                        .formatted(
                                floatingName(floating.type()),
                                table.floatingIndex(floating.type().cName()))));
        for (ResolvedComposite included : binding.includes().composites()) {
            ResolvedType type = new ResolvedType.Composite(included.javaName(), included.cName());
            out.lines("LAYOUT.requireSize(%d, %s);"
                    .formatted(table.sizeIndex(included.cName()), types.pointerType(type)));
        }
        out.close();
        out.blank().lines("static native long ffi_layout();");
        binding.typedConstants().forEach(constant -> declare(constant.type(), getter(constant), List.of()));
        binding.globals().forEach(global -> out.lines("static native long " + address(global) + "();"));
        binding.composites().forEach(this::declareBitfields);
        binding.functions().forEach(this::declare);
        binding.signatures().forEach(this::declare);
        binding.upcalls().forEach(upcall -> out.lines("static native long " + address(upcall) + "();"));
        CallbackEmitter callbacks = new CallbackEmitter(out, types, table);
        binding.signatures().forEach(callbacks::emitEntry);
        binding.upcalls()
                .forEach(upcall -> callbacks.emitEntry(upcall, binding.name().className()));
        out.close();
    }

    private void integerField(ResolvedType type) {
        out.lines("static final IntegerType " + integerName(type) + ";");
    }

    private void integerInit(ResolvedType type, String cName) {
        out.lines("%s = LAYOUT.integer(\"%s\", %d);".formatted(integerName(type), cName, table.integerIndex(cName)));
    }

    private void declareBitfields(ResolvedComposite composite) {
        composite.fields().stream().filter(field -> field.bits().isPresent()).forEach(field -> {
            out.lines("static native long " + Fields.bitReader(composite, field) + "(long struct);");
            out.lines("static native void " + Fields.bitWriter(composite, field) + "(long struct, long value);");
        });
    }

    private void declare(ResolvedFunction function) {
        List<String> parameters = new ArrayList<>();
        function.parameters()
                .forEach(parameter -> parameters.add(types.crossing(parameter.type()) + " " + parameter.javaName()));
        if (function.variadic()) {
            parameters.add("long ffi_arguments");
        }
        declare(function.result(), function.javaName(), parameters);
    }

    private void declare(ResolvedSignature signature) {
        out.lines("static native long " + stubTable(signature) + "();");
        List<String> parameters = new ArrayList<>(List.of("long ffi_function"));
        signature
                .parameters()
                .forEach(parameter -> parameters.add(types.crossing(parameter.type()) + " " + parameter.javaName()));
        declare(signature.result(), invoker(signature), parameters);
    }

    /** A struct or a complex number that is returned by value is written to memory of Java's. */
    private void declare(ResolvedType result, String name, List<String> parameters) {
        boolean byValue = result.copied();
        List<String> all = new ArrayList<>(parameters);
        if (byValue) {
            all.add("long ffi_result");
        }
        out.lines("static native %s %s(%s);"
                .formatted(byValue ? "void" : types.crossing(result), name, String.join(", ", all)));
    }

    /** The field that holds an {@code IntegerType}. */
    static String integerName(ResolvedType type) {
        return type instanceof ResolvedType.PlatformInteger integer
                ? integer.javaName().replace('.', '_')
                : "enum_"
                        + ((ResolvedType.Enumeration) type)
                                .cName()
                                .replace("enum ", "")
                                .replaceAll("\\W", "_");
    }

    /** The field that holds a {@code FloatingType}. */
    static String floatingName(ResolvedType.PlatformFloat type) {
        return type.javaName().replace('.', '_');
    }

    /** The native method that reads a constant with a type. */
    static String getter(ResolvedTypedConstant constant) {
        return "ffi_constant_" + constant.cName();
    }

    /** The native method that gives the address of a global variable. */
    static String address(ResolvedGlobal global) {
        return "ffi_address_" + global.cName();
    }

    /** The native method that gives the address of a function that Java implements. */
    static String address(ResolvedUpcall upcall) {
        return "ffi_address_" + upcall.cName();
    }

    /** The Java method that C calls for a function that Java implements. */
    static String upcall(ResolvedUpcall upcall) {
        return "ffi_upcall_" + upcall.cName();
    }

    /** The Java method that C calls for function pointers of a type. */
    static String upcall(ResolvedSignature signature) {
        return "ffi_callback_" + signature.javaName();
    }

    /** The native method that calls a function pointer. */
    static String invoker(ResolvedSignature signature) {
        return "ffi_invoke_" + signature.javaName();
    }

    /** The native method that gives the table of C functions that run Java code. */
    static String stubTable(ResolvedSignature signature) {
        return "ffi_stubs_" + signature.javaName();
    }
}
