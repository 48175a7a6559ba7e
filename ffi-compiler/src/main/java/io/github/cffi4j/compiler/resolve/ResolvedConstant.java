package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.Span;
import java.util.Optional;

/**
 * An integer constant: a macro or an enumerator. Its values are asked of the C compiler.
 *
 * @param cName the C name
 * @param javaName the Java name
 * @param claim the value the cdef claims, as C text; nothing where the compiler tells
 * @param nameSpan where the name stands
 * @param declaration what the cdef says, for the Javadoc
 */
public record ResolvedConstant(
        String cName, String javaName, Optional<String> claim, Span nameSpan, Declared declaration) {

    /** The same under another Java name. */
    ResolvedConstant named(String name) {
        return new ResolvedConstant(cName, name, claim, nameSpan, declaration);
    }
}
