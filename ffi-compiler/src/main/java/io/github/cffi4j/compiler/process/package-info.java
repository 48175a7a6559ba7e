/** Running other programs: one runner with a time limit that leaves no process behind. */
package io.github.cffi4j.compiler.process;
