package io.github.cffi4j.cdef.model;

/**
 * A further typedef of a struct, union or handle that has a name already: {@code typedef ZSTD_CCtx ZSTD_CStream;}. To C the two
 * are one type; people look for the name they know.
 *
 * @param cName the typedef
 * @param composite the C name of the type it stands for
 * @param declaration what the cdef says
 */
public record ResolvedAlias(String cName, String composite, Declared declaration) {}
