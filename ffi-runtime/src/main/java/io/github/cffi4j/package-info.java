/**
 * The classes that users of a generated library work with: pointers, structs, handles, arenas, exceptions and errors.
 */
@NullMarked
package io.github.cffi4j;

import org.jspecify.annotations.NullMarked;
