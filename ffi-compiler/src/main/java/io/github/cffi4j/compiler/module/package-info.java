/**
 * The whole build of a module as a library: settings in, a step of the build out.
 *
 * <p>This package has more than 25 classes, because each step has a request and a result of its own, records of a few lines that
 * callers see together. The rest writes what only a whole module has: its jars, notes, tables and reports.
 */
package io.github.cffi4j.compiler.module;
