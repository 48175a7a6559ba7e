/**
 * C functions from a cdef that is read at run time: no build, no native code of one's own. {@link
 * io.github.cffi4j.dynamic.Cdef} is where to begin.
 *
 * <p>Some sixty classes are here, of which users see a dozen. The others answer one another's questions in a circle: a type makes
 * calls, a call makes values, a value asks its type. Packages would make most of them public.
 */
@NullMarked
package io.github.cffi4j.dynamic;

import org.jspecify.annotations.NullMarked;
