package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;

/** Reads the name of a type, such as {@code struct point *} or {@code int (*)(int)}. */
final class TypeName {
    private TypeName() {}

    /**
     * Reads a type.
     *
     * @param typedefs the names that a cdef declares
     * @throws IllegalArgumentException if it is none
     */
    static CType parse(String text, Set<String> typedefs, Platform platform) {
        StringBuilder cdef = new StringBuilder();
        String word = "";
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : ' ';
            if (letter < ' ') {
                throw new IllegalArgumentException("a type is on one line: '" + text + "'");
            } else if (Character.isJavaIdentifierPart(letter)) {
                word += letter;
            } else {
                if (typedefs.contains(word)) {
                    // Which type it is plays no part in how a type's name is read.
                    cdef.append("typedef int ").append(word).append(";\n");
                }
                word = "";
            }
        }
        cdef.append("#define SIZE sizeof(").append(text).append(")\n");
        try {
            ParsedCdef parsed = CdefParser.parse(
                            new SourceText("type", cdef.toString()), "", IncludedTexts.NONE, Set.of(platform))
                    .on(platform);
            List<Declaration> declarations = parsed.declarations();
            Declaration last = declarations.get(declarations.size() - 1);
            if (last instanceof Declaration.Macro macro
                    && macro.value().orElse(null) instanceof Expression.SizeOfType size) {
                return size.type();
            }
        } catch (CdefException broken) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no type of this cdef: "
                            + broken.diagnostics().get(0).message(),
                    broken);
        }
        throw new IllegalArgumentException("'" + text + "' is no type of this cdef" + NearestName.hint(text, typedefs));
    }
}
