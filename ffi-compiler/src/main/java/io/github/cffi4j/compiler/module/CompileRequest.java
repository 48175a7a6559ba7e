package io.github.cffi4j.compiler.module;

import java.nio.file.Path;

/**
 * The input of compiling, besides the project.
 *
 * @param testClasses the folder of the module's test classes, where its tests find this machine's library
 */
public record CompileRequest(Path testClasses) {}
