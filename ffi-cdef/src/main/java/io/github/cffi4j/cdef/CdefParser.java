package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads cdefs.
 *
 * <p>Thread-safe. Time and memory grow linearly with the text.
 */
public final class CdefParser {

    private CdefParser() {}

    /**
     * Parses one cdef that includes no others, for the standard platforms.
     *
     * @throws CdefException with the errors found, at most 20
     */
    public static ConditionalCdef parse(SourceText source) throws CdefException {
        return parse(source, "", IncludedTexts.NONE, PlatformSet.standard().asSet());
    }

    /**
     * Parses one cdef, and those it includes.
     *
     * @param path tells it from all others, as those to include are told
     * @param platforms those it is for: what others would see of it is not looked at
     * @throws CdefException with the errors found, at most 20
     */
    public static ConditionalCdef parse(SourceText source, String path, IncludedTexts included, Set<Platform> platforms)
            throws CdefException {
        PlatformDiagnostics errors = new PlatformDiagnostics(platforms);
        PlatformDiagnostics notes = new PlatformDiagnostics(platforms);
        PlatformSet left = PlatformSet.of(platforms);
        ConditionalText.View.Texts texts = new ConditionalText.View.Texts(left);
        List<ConditionalCdef.Variant> variants = new ArrayList<>();
        while (!left.isEmpty()) {
            ConditionalText.View view = new ConditionalText.View(left.first(), left, texts);
            try {
                ParsedCdef cdef = new IncludeParser(included, view).parse(source, path);
                variants.add(new ConditionalCdef.Variant(view.alike().asSet(), cdef));
                notes.add(view.alike().asSet(), cdef.notes());
            } catch (CdefException broken) {
                errors.add(view.alike().asSet(), broken.diagnostics());
            }
            left = left.without(view.alike());
        }
        List<Diagnostic> found = errors.all();
        if (!found.isEmpty()) {
            throw new CdefException(found.subList(0, Math.min(found.size(), Diagnostics.MOST_ERRORS)));
        }
        return new ConditionalCdef(variants, notes.all());
    }
}
