package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many bytes the parameters of a function point to at least, where a cdef declares them as arrays: {@code uint8_t key[32]}. */
final class ParameterBounds {

    private ParameterBounds() {}

    /** The arrays as C spells them, by the indexes of the parameters; only those that are the same on all platforms. */
    static Map<Integer, String> of(ResolvedFunction function, ConditionalBinding binding) {
        Map<Integer, String> arrays = new TreeMap<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            if (function.parameters().get(i).array().isPresent()) {
                int index = i;
                everywhere(function, index, binding).ifPresent(array -> arrays.put(index, array));
            }
        }
        return arrays;
    }

    private static Optional<String> everywhere(ResolvedFunction function, int index, ConditionalBinding binding) {
        List<Optional<String>> spelt = binding.variants().stream()
                .map(ConditionalBinding.Variant::binding)
                .flatMap(variant -> variant.function(function.cName()).stream()
                        .map(candidate -> array(candidate, index, variant.meaning())))
                .distinct()
                .toList();
        return spelt.size() == 1 ? spelt.get(0) : Optional.empty();
    }

    private static Optional<String> array(ResolvedFunction function, int index, CSpelling spelling) {
        Optional<CType> array = function.parameters().get(index).array();
        return array.map(spelling::typeName);
    }
}
