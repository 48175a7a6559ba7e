package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;
import java.util.Optional;

/**
 * A global variable. It is read and written through its address, which C gives at each access: it may be thread-local.
 *
 * @param constant whether nobody may write to it: an array of {@code const}
 * @param declaration what the cdef says
 */
public record ResolvedGlobal(
        String cName, CType declared, ResolvedType type, boolean constant, Span nameSpan, Declared declaration) {

    /** The global as a field at offset 0 of its own memory: it is read and written the same way. */
    public ResolvedComposite.Field asField() {
        return new ResolvedComposite.Field(
                cName, declared, type, Optional.empty(), constant, List.of(), nameSpan, declaration);
    }
}
