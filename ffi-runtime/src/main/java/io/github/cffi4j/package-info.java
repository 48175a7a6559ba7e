/**
 * The classes that users of a generated library work with: pointers, structs, handles, arenas, exceptions and errors.
 */
package io.github.cffi4j;
