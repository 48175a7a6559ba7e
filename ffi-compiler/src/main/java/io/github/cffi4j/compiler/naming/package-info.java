/**
 * Gives the declarations of a binding their Java names, which are the same on all platforms, and refuses what the JVM has no
 * room for. What a declaration means in C is known before, and nothing of it depends on a name given here.
 */
package io.github.cffi4j.compiler.naming;
