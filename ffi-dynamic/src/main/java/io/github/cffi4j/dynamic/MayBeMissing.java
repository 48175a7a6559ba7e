package io.github.cffi4j.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an interface whose function is not in every version of the library. If this machine's library does not
 * have it, calling the method throws {@link UnsupportedOperationException}, and {@link Library#as} does not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MayBeMissing {}
