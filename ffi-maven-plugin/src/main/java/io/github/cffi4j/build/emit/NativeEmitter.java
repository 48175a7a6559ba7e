package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedEnum;
import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ResolvedTypedConstant;
import java.util.stream.Collectors;

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

    void emit(String library) {
        out.blank().javadoc("The library's own entries: fixed widths, addresses as {@code long}, nothing checked.");
        out.open("private static final class Native");
        out.lines("static final Layout LAYOUT;");
        binding.integers().forEach(integer -> integerField(integer.type()));
        binding.enums().stream()
                .filter(enumeration -> !enumeration.cName().isEmpty())
                .forEach(enumeration -> integerField(new ResolvedType.Enumeration(enumeration.cName())));
        out.blank().open("static");
        // System.load is called from here, so that the library belongs to this class's loader and module.
        out.lines("NativeLibrary.load(%s.class, \"%s\", path -> System.load(path));"
                .formatted(binding.name().className(), library));
        out.lines("LAYOUT = new Layout(ffi_layout(), \"%s\", 0x%016xL);"
                .formatted(binding.name().binaryName(), binding.name().fingerprint()));
        binding.integers().stream().map(ResolvedInteger::type).forEach(type -> integerInit(type, type.cName()));
        binding.enums().stream()
                .map(ResolvedEnum::cName)
                .filter(cName -> !cName.isEmpty())
                .forEach(cName -> integerInit(new ResolvedType.Enumeration(cName), cName));
        out.close();
        out.blank().lines("static native long ffi_layout();");
        binding.typedConstants()
                .forEach(constant ->
                        out.lines("static native " + types.crossing(constant.type()) + " " + getter(constant) + "();"));
        binding.functions().forEach(this::declare);
        out.close();
    }

    private void integerField(ResolvedType type) {
        out.lines("static final IntegerType " + integerName(type) + ";");
    }

    private void integerInit(ResolvedType type, String cName) {
        out.lines("%s = LAYOUT.integer(\"%s\", %d);".formatted(integerName(type), cName, table.integerIndex(cName)));
    }

    private void declare(ResolvedFunction function) {
        String parameters = function.parameters().stream()
                .map(parameter -> types.crossing(parameter.type()) + " " + parameter.javaName())
                .collect(Collectors.joining(", "));
        out.lines("static native %s %s(%s);"
                .formatted(types.crossing(function.result()), function.javaName(), parameters));
    }

    /** The field that holds an {@code IntegerType}. */
    static String integerName(ResolvedType type) {
        return type instanceof ResolvedType.PlatformInteger integer
                ? integer.javaName()
                : "enum_" + ((ResolvedType.Enumeration) type).cName().replace("enum ", "");
    }

    /** The native method that reads a constant with a type. */
    static String getter(ResolvedTypedConstant constant) {
        return "ffi_constant_" + constant.cName();
    }
}
