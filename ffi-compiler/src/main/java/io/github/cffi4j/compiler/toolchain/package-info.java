/** zig as the toolchain of other build systems: compilers and tools to call, and files for CMake, Meson, configure and make. */
package io.github.cffi4j.compiler.toolchain;
