/** Reads PE files, 32 and 64 bits: DLLs. */
package io.github.cffi4j.audit.pe;
