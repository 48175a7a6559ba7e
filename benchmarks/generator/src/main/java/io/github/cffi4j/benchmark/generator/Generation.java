package io.github.cffi4j.benchmark.generator;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.compiler.emit.GlueEmitter;
import io.github.cffi4j.compiler.emit.JavaEmitter;
import io.github.cffi4j.compiler.emit.JavaTexts;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.resolve.BindingResolver;
import io.github.cffi4j.compiler.verify.BindingVerifier;
import io.github.cffi4j.compiler.verify.ConstantValue;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the plugin does with a cdef in the JVM.
 *
 * @param probe C that makes the cdef's claims
 * @param java the classes
 * @param glue the C behind it
 */
record Generation(String probe, JavaTexts java, String glue) {
    private static final Map<Platform, ConstantValue> SOME_VALUE = Platform.standard().stream()
            .collect(Collectors.toMap(Function.identity(), platform -> new ConstantValue(42, false)));

    /**
     * Parses, resolves and emits.
     *
     * @param preamble the file that a C compiler would be told to include
     */
    static Generation of(String cdef, Optional<String> preamble) throws CdefException {
        ConditionalBinding binding = BindingResolver.resolve(CdefParser.parse(new SourceText("Measured.cdef", cdef)));
        NamedBinding named =
                NamedBinding.of(BindingName.of("org.example", "Measured", "Measured.cdef", cdef), binding, List.of());
        String probe =
                new BindingVerifier(named, preamble).probeSources().get(0).text();
        Map<String, Map<Platform, ConstantValue>> values = new HashMap<>();
        binding.union().constants().forEach(constant -> values.put(constant.cName(), SOME_VALUE));
        VerifiedBinding verified = new VerifiedBinding(named, values);
        return new Generation(probe, JavaEmitter.emit(verified, "measured"), GlueEmitter.emit(verified, preamble));
    }
}
