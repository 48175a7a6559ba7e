package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.IncludedTexts.IncludedText;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.compiler.resolve.BindingResolver;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bindings with their Java names for tests, from the text of a cdef. */
public final class TestNaming {
    private static final BindingName NAME = BindingName.of("org.example", "Test", "Test.cdef", "");

    private TestNaming() {}

    /** Binding {@code org.example.Test}, of a cdef that can be bound. */
    public static NamedBinding of(String cdef) {
        try {
            return named(cdef, Map.of());
        } catch (CdefException e) {
            throw new AssertionError("not bound:\n" + e.getMessage(), e);
        }
    }

    /**
     * Binding {@code org.example.Test}.
     *
     * @param included the texts of the cdefs that it may include, by their paths
     */
    public static NamedBinding named(String cdef, Map<String, String> included) throws CdefException {
        List<NamedBinding> bindings = new ArrayList<>();
        for (Map.Entry<String, String> entry : included.entrySet()) {
            String path = entry.getKey();
            int slash = path.lastIndexOf('/');
            BindingName name = BindingName.of(
                    slash < 0 ? "" : path.substring(0, slash).replace('/', '.'),
                    path.substring(slash + 1).replace(".cdef", ""),
                    path,
                    entry.getValue());
            bindings.add(NamedBinding.of(
                    name, BindingResolver.resolve(parsed(path, entry.getValue(), IncludedTexts.NONE)), List.of()));
        }
        IncludedTexts texts = (includer, written) -> Optional.ofNullable(included.get(written))
                .map(text -> new IncludedText(written, new SourceText(written, text)));
        return NamedBinding.of(
                NAME,
                BindingResolver.resolve(
                        parsed("Test.cdef", cdef, texts),
                        bindings.stream().map(NamedBinding::binding).toList()),
                bindings);
    }

    private static ConditionalCdef parsed(String name, String cdef, IncludedTexts texts) throws CdefException {
        return CdefParser.parse(
                new SourceText(name, cdef),
                name.contains("/") ? name : "org/example/" + name,
                texts,
                Set.copyOf(Platform.standard()));
    }
}
