/**
 * C functions from a cdef that is read at run time: no build, no native code of one's own. {@link
 * io.github.cffi4j.dynamic.Cdef} is where to begin.
 *
 * <p>The package has more than 25 classes, because most answer one another's questions in a circle: a type makes calls, a call makes
 * values, a value asks its type. Users see a dozen. Packages would make the others public.
 */
@NullMarked
package io.github.cffi4j.dynamic;

import org.jspecify.annotations.NullMarked;
