/**
 * Reads C headers: what a platform's compiler sees of them becomes immutable declarations and macros. Nothing here knows of
 * cdefs.
 */
package io.github.cffi4j.compiler.header;
