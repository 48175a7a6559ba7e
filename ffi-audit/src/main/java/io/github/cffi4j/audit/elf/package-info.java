/** Reads ELF files: 32 and 64 bits, either byte order, as a loader sees them. */
package io.github.cffi4j.audit.elf;
