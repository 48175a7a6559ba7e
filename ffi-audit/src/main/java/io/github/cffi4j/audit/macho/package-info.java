/** Reads Mach-O files, thin and fat, and computes the hashes of their signatures anew. */
package io.github.cffi4j.audit.macho;
