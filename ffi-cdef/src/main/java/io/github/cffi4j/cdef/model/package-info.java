/**
 * What C makes of a cdef's declarations: names looked up, redeclarations joined, constant expressions evaluated, types
 * spelt; and the records that say the result. Nothing here knows of Java's names, nor of any other language that binds C.
 *
 * <p>The package has more than 25 classes, because each kind of declaration has a record of its own with its names looked up:
 * these are half of them.
 */
package io.github.cffi4j.cdef.model;
