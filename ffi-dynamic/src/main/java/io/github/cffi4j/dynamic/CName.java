package io.github.cffi4j.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the C struct of an interface, or the C function, variable or field of a method, if Java calls it otherwise. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CName {
    /** Returns the name, such as {@code "struct tm"} or {@code "new"}. */
    String value();
}
