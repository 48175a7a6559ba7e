/**
 * What C makes of a cdef's declarations: names looked up, redeclarations joined, constant expressions evaluated, types
 * spelt. Nothing here knows of Java's names, nor of any other language that binds C.
 */
package io.github.cffi4j.cdef.model;
