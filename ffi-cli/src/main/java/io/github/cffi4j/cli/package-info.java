/** The build as a command line: each command is a step of {@link io.github.cffi4j.compiler.module.FfiModule}. */
package io.github.cffi4j.cli;
