package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * How Java reads a constant with a type.
 *
 * @param initializer what stands behind the name of the Java constant; empty if the block assigns it
 * @param block the static initializer that fills it, if it needs one
 * @param body the body of a method that returns it, if some platforms lack it
 * @param copy whether that method returns memory that the caller may change
 */
public record ConstantCode(String initializer, Optional<String> block, String body, boolean copy) {}
