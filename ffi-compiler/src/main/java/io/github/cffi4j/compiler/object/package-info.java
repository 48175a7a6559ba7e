/** Reads object files: which symbols they use, and where an address of one of them belongs. No file is changed or run. */
package io.github.cffi4j.compiler.object;
