package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.PlatformDiagnostics;
import io.github.cffi4j.cdef.TooLargeException;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;
import java.util.Optional;

/**
 * A binding whose declarations have Java names.
 *
 * @param binding what the declarations mean in C
 * @param names what they are called in Java
 */
public record NamedBinding(ConditionalBinding binding, Names names) {
    /**
     * Names the declarations of a binding.
     *
     * @param name the binding's own
     * @param includes the bindings that it uses types of
     * @throws TooLargeException if a class has no room for all
     * @throws CdefException if a declaration makes no method or class
     * @throws WrongSettingException if the binding's class cannot use that of an included one
     */
    public static NamedBinding of(BindingName name, ConditionalBinding binding, List<NamedBinding> includes)
            throws CdefException {
        Names names = new Names(name, binding, includes);
        PlatformDiagnostics errors = new PlatformDiagnostics(binding.platforms());
        binding.variants()
                .forEach(variant -> errors.add(variant.platforms(), JvmLimits.ofDeclarations(variant.binding())));
        List<Diagnostic> refused = errors.all();
        if (!refused.isEmpty()) {
            throw new CdefException(refused);
        }
        Optional<Diagnostic> first = JvmLimits.ofClasses(binding.union(), name);
        if (first.isPresent()) {
            throw new TooLargeException(first.get());
        }
        return new NamedBinding(binding, names);
    }

    /** The same, but Java sees other functions: the union's, in their order. */
    public NamedBinding withFunctions(List<ResolvedFunction> others) {
        return new NamedBinding(binding.withFunctions(others), names);
    }
}
