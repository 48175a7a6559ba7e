/**
 * C to libraries: arguments for zig, one compile per source and target, one link per target, nothing done twice.
 *
 * <p>What is up to date is decided by content: of sources, of the headers they include, of the arguments and of the
 * compiler. Times of files play no part.
 *
 * <p>This package has more than 25 classes, because compiling, linking and knowing what is up to date are one matter: each compile
 * and each link writes a record of its inputs, and each record names what the other one made. Apart, they would need some twenty of
 * the package-private classes to be public. By purpose: what zig is told (settings, arguments, response files, target hints), the
 * link (names, exports, the lean run time), the records and caches of objects, and what debuggers need.
 */
package io.github.cffi4j.compiler.compile;
