/**
 * How C's types lie in memory on each platform, by the rules of its ABI: sizes, alignments, offsets, and the values of
 * constant expressions. No compiler is asked; what only a compiler knows is refused.
 *
 * <p>The rules are those of clang, the compiler behind zig, which follows the System V ABIs, AAPCS, Apple's and, on
 * Windows, MinGW's rules. Tests hold them against that compiler on every platform.
 */
package io.github.cffi4j.cdef.layout;
