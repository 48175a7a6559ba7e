package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedUpcall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Java calls a pointer to a function of the binding: the class of its type or, if it is of several types, a class that is
 * of all of them.
 *
 * @param className the generated class
 * @param shared the classes of several types, by the types' names
 */
record FunctionPointers(String className, Map<List<String>, String> shared) {
    /** The nested class that has pointers to C's functions. */
    static final String CLASS = "addressof";

    static FunctionPointers of(ResolvedBinding binding) {
        Map<List<String>, String> shared = new LinkedHashMap<>();
        Stream.concat(
                        binding.functions().stream().map(each -> Map.entry(each.javaName(), each.pointerTypes())),
                        binding.upcalls().stream().map(each -> Map.entry(each.methodName(), each.pointerTypes())))
                .filter(each -> each.getValue().size() > 1)
                .forEach(each -> shared.putIfAbsent(each.getValue(), each.getKey() + "_pointer"));
        return new FunctionPointers(binding.name().className(), shared);
    }

    /** Whether the binding has the nested class. */
    boolean any(ResolvedBinding binding) {
        return !shared.isEmpty() || binding.functions().stream().anyMatch(FunctionPointers::taken);
    }

    /** Whether some type of function pointer may point to a function. */
    static boolean taken(ResolvedFunction function) {
        return !function.pointerTypes().isEmpty();
    }

    String type(ResolvedFunction function) {
        return type(function.pointerTypes());
    }

    String type(ResolvedUpcall upcall) {
        return type(upcall.pointerTypes());
    }

    String made(ResolvedFunction function, String address) {
        return made(function.pointerTypes(), address);
    }

    String made(ResolvedUpcall upcall, String address) {
        return made(upcall.pointerTypes(), address);
    }

    private String type(List<String> types) {
        return types.isEmpty() ? "Pointer" : types.size() == 1 ? code(types.get(0)) : CLASS + "." + shared.get(types);
    }

    private String made(List<String> types, String address) {
        if (types.isEmpty()) {
            return "Pointer.ofAddress(" + address + ")";
        }
        return types.size() == 1
                ? code(types.get(0)) + ".at(" + address + ")"
                : "new " + type(types) + "(Segment.ofAddress(" + address + "))";
    }

    private String code(String type) {
        return (type.contains(".") ? type : className + "." + type) + ".Code";
    }
}
