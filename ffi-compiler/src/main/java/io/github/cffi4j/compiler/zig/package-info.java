/** Finding or fetching the pinned zig, the C compiler for all platforms. */
package io.github.cffi4j.compiler.zig;
