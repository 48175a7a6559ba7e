/**
 * Makes a cdef of what all platforms' compilers see of a header: selects, writes, merges the platforms, and has the result
 * proven.
 *
 * <p>This package has more than 25 classes, because an import is a row of steps, and each has a class or two: the recipe, the choice,
 * types of other headers, the text of each kind of declaration, the merge, the proof, the report. The records between the steps are
 * nobody else's business.
 */
package io.github.cffi4j.compiler.importer;
