/** Text that is the same on every machine. */
package io.github.cffi4j.compiler.text;
