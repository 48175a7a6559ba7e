/**
 * C that is compiled while a program runs, for tests, scripts and teaching. Nothing that is shipped: a program that users get
 * has a module built by ffi-maven-plugin.
 */
@NullMarked
package io.github.cffi4j.inline;

import org.jspecify.annotations.NullMarked;
