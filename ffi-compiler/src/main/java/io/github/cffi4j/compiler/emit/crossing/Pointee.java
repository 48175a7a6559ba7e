package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * What Java sees behind a pointer to a type.
 *
 * @param pointerClass the class of the pointer
 * @param pointerType the expression for the {@code PointerType} that makes such pointers
 * @param array the array of Java's whose elements are as wide, if C may work on it where it is
 * @param encoding writes a string as characters of the type: a call of {@code Scratch} with {@code %s} for the string
 */
public record Pointee(String pointerClass, String pointerType, Optional<Carrier> array, Optional<String> encoding) {

    /** Returns one that is neither a number of Java's nor a character. */
    static Pointee of(String pointerClass, String pointerType) {
        return new Pointee(pointerClass, pointerType, Optional.empty(), Optional.empty());
    }

    /** Returns one with a class of the runtime's. */
    static Pointee standard(String pointerClass) {
        return of(pointerClass, pointerClass + ".TYPE");
    }

    /** The same, of numbers that an array of Java's holds. */
    Pointee in(Carrier javaArray) {
        return new Pointee(pointerClass, pointerType, Optional.of(javaArray), encoding);
    }

    /** The same, of characters. */
    Pointee encoded(String by) {
        return new Pointee(pointerClass, pointerType, array, Optional.of(by));
    }
}
