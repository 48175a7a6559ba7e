package io.github.cffi4j.build.project;

import io.github.cffi4j.build.fetch.Progress;
import io.github.cffi4j.build.resolve.BindingName;
import io.github.cffi4j.build.resolve.BindingResolver;
import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedCdef;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and resolves cdefs, with those they include. */
final class BindingReader {
    private final IncludedTexts includable;
    private final Progress progress;
    private final Map<String, ResolvedBinding> included = new HashMap<>();

    BindingReader(IncludedTexts includable, Progress progress) {
        this.includable = includable;
        this.progress = progress;
    }

    ResolvedBinding read(CdefFile cdef) throws IOException, CdefException {
        String text = cdef.text();
        ParsedCdef parsed = CdefParser.parse(new SourceText(cdef.name(), text), cdef.includePath(), includable);
        parsed.notes().forEach(note -> progress.message(note.span().position() + ": note: " + note.message()));
        return BindingResolver.resolve(
                BindingName.of(cdef.packageName(), cdef.className(), cdef.name(), text), parsed, included(parsed));
    }

    /** The bindings of what a cdef includes, each once, before those that include it. */
    private List<ResolvedBinding> included(ParsedCdef cdef) throws CdefException {
        Map<String, ResolvedBinding> all = new LinkedHashMap<>();
        addIncluded(cdef, all);
        return List.copyOf(all.values());
    }

    private void addIncluded(ParsedCdef cdef, Map<String, ResolvedBinding> all) throws CdefException {
        for (IncludedCdef include : cdef.includes()) {
            addIncluded(include.cdef(), all);
            if (!all.containsKey(include.path())) {
                all.put(include.path(), resolve(include));
            }
        }
    }

    private ResolvedBinding resolve(IncludedCdef include) throws CdefException {
        ResolvedBinding known = included.get(include.path());
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
            ResolvedBinding binding = BindingResolver.resolve(name, include.cdef(), included(include.cdef()));
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
