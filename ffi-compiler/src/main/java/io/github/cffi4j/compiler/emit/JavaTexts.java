package io.github.cffi4j.compiler.emit;

/**
 * The Java of a binding: two files of one package.
 *
 * @param api the class that people use and read
 * @param plumbing the class that it calls, which loads the library and declares the native methods
 */
public record JavaTexts(String api, String plumbing) {}
