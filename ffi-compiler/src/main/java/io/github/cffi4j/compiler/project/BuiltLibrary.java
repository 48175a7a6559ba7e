package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import java.time.Duration;

/**
 * A library of this build.
 *
 * @param library the library
 * @param changed whether anything had to be compiled or linked for it
 * @param elapsed from its first compile to the end of its link
 */
public record BuiltLibrary(LinkedLibrary library, boolean changed, Duration elapsed) {}
