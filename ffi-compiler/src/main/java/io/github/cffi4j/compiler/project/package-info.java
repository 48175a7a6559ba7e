/**
 * The files of one module, without any build tool: finds its cdefs, preambles and sources, refuses those that cannot work, and
 * turns them into bindings and libraries. {@code module} puts these steps together for Maven goals and other callers.
 *
 * <p>This package has more than 25 classes, most of them package-private. Many hold one rule about the author's files, with its
 * message: the names of cdefs, stray cdefs, clashes with own Java, preambles, links. Each is used by one step, next to the layout of
 * files that all steps share; a package of their own would have to make both public.
 */
package io.github.cffi4j.compiler.project;
