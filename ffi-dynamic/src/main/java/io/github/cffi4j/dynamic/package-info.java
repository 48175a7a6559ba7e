/**
 * C functions from a cdef that is read at run time: no build, no native code of one's own. {@link
 * io.github.cffi4j.dynamic.Cdef} is where to begin.
 */
@NullMarked
package io.github.cffi4j.dynamic;

import org.jspecify.annotations.NullMarked;
