/** Builds of C libraries by their own build systems, with zig as the compiler: into prefixes that a library is linked from. */
package io.github.cffi4j.compiler.nativebuild;
