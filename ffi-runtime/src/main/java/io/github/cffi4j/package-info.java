/**
 * The classes that users of a generated library work with: pointers, structs, handles, arenas, exceptions and errors.
 *
 * <p>The package has more than 25 classes, because C has as many kinds of pointers and numbers, and a user finds them all by one
 * import. docs/decisions/0034 says for each why it is public.
 */
@NullMarked
package io.github.cffi4j;

import org.jspecify.annotations.NullMarked;
