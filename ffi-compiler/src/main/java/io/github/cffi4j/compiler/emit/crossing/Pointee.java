package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * The classes for a pointer to a type, and what Java may pass instead of the pointer.
 *
 * @param pointerClass the class of the pointer
 * @param pointerType the expression for the {@code PointerType} that makes such pointers
 * @param array the array of Java's whose elements are as wide, if C may work on it where it is
 * @param encoding the call of {@code Scratch} that writes a string in the type's characters; {@code %s} is the string
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

    /** Returns the same for numbers that an array of Java's holds. */
    Pointee in(Carrier javaArray) {
        return new Pointee(pointerClass, pointerType, Optional.of(javaArray), encoding);
    }

    /** Returns the same for characters. */
    Pointee encoded(String by) {
        return new Pointee(pointerClass, pointerType, array, Optional.of(by));
    }
}
