/**
 * Makes a cdef of what all platforms' compilers see of a header: selects, writes, merges the platforms, and has the result
 * proven.
 */
package io.github.cffi4j.compiler.importer;
