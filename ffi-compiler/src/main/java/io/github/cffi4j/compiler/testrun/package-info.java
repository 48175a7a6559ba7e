/** Runs a module's tests from its packed jars, on JVMs of other platforms, by emulators. */
package io.github.cffi4j.compiler.testrun;
