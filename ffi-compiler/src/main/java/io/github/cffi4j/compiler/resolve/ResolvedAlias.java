package io.github.cffi4j.compiler.resolve;

/**
 * A further typedef of a struct, union or handle that has a name already: {@code typedef ZSTD_CCtx ZSTD_CStream;}. To C the two
 * are one type; Java gets a subclass, so that people find the name they know.
 *
 * @param cName the typedef
 * @param javaName the generated class
 * @param composite the C name of the type it stands for
 * @param declaration what the cdef says, for the Javadoc
 */
public record ResolvedAlias(String cName, String javaName, String composite, Declared declaration) {}
