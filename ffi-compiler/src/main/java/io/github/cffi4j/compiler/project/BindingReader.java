package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedCdef;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.resolve.BindingResolver;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and resolves cdefs, with those they include. */
final class BindingReader {
    private final IncludedTexts includable;
    private final Progress progress;
    private final Set<Platform> platforms;
    private final Map<String, NamedBinding> included = new HashMap<>();

    /**
     * @param platforms those the cdefs are for
     */
    BindingReader(IncludedTexts includable, Set<Platform> platforms, Progress progress) {
        this.includable = includable;
        this.platforms = platforms;
        this.progress = progress;
    }

    NamedBinding read(CdefFile cdef) throws IOException, CdefException {
        return read(cdef, cdef.text());
    }

    /** Reads a text as that of the cdef. */
    NamedBinding read(CdefFile cdef, String text) throws CdefException {
        ConditionalCdef parsed = parse(new SourceText(cdef.name(), text), cdef.includePath());
        parsed.notes().forEach(note -> progress.message(note.span().position() + ": note: " + note.message()));
        return named(BindingName.of(cdef.packageName(), cdef.className(), cdef.name(), text), parsed, included(parsed));
    }

    private static NamedBinding named(BindingName name, ConditionalCdef cdef, List<NamedBinding> includes)
            throws CdefException {
        ConditionalBinding binding = BindingResolver.resolve(
                cdef, includes.stream().map(NamedBinding::binding).toList());
        return NamedBinding.of(name, binding, includes);
    }

    private ConditionalCdef parse(SourceText source, String path) throws CdefException {
        return CdefParser.parse(source, path, includable, platforms);
    }

    /** The bindings of what a cdef includes, on some platform or all: each once, before those that include it. */
    private List<NamedBinding> included(ConditionalCdef cdef) throws CdefException {
        Map<String, NamedBinding> all = new LinkedHashMap<>();
        for (ConditionalCdef.Variant variant : cdef.variants()) {
            addIncluded(variant.cdef(), all, new HashSet<>());
        }
        return List.copyOf(all.values());
    }

    private void addIncluded(ParsedCdef cdef, Map<String, NamedBinding> all, Set<String> seen) throws CdefException {
        for (IncludedCdef include : cdef.includes()) {
            if (seen.add(include.path())) {
                addIncluded(include.cdef(), all, seen);
                if (!all.containsKey(include.path())) {
                    all.put(include.path(), resolve(include));
                }
            }
        }
    }

    private NamedBinding resolve(IncludedCdef include) throws CdefException {
        NamedBinding known = included.get(include.path());
        if (known != null) {
            return known;
        }
        String binaryName =
                include.path().substring(0, include.path().lastIndexOf('.')).replace('/', '.');
        int dot = binaryName.lastIndexOf('.');
        BindingName name = BindingName.of(
                dot < 0 ? "" : binaryName.substring(0, dot),
                binaryName.substring(dot + 1),
                include.path(),
                include.source().text());
        try {
            // By itself, as its own class was generated: its names depend on what all platforms see.
            ConditionalCdef cdef = parse(include.source(), include.path());
            NamedBinding binding = named(name, cdef, included(cdef));
            included.put(include.path(), binding);
            return binding;
        } catch (CdefException broken) {
            Diagnostic first = broken.diagnostics().get(0);
            throw new CdefException(List.of(Diagnostic.of(
                    include.span(),
                    "what is included has errors of its own: " + first.span().position() + ": " + first.message(),
                    "mend that first")));
        }
    }
}
