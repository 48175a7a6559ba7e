package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** How an argument of a call goes to C: the type that Java declares, the value it passes, the memory it needs. */
public sealed interface Argument permits Crossing, TextArgument, BytesArgument, PinnedArgument {

    /** The Java types that a method takes for pointers: each form is a method of its own. */
    enum Form {
        POINTERS,
        /** Strings where C takes text. */
        STRINGS,
        /** Bytes of Java's where C takes bytes, and strings where it takes text. */
        BYTES,
        /** Arrays where C takes numbers. */
        ARRAYS
    }

    /** Returns the type of the parameter in the public method. */
    String javaType();

    /** Returns the type of the native method's parameter. */
    Carrier carrier();

    /** Returns the expression that passes a value. */
    String toC(Value value);

    /** Returns true if it puts something into the thread's scratch memory for the time of the call. */
    boolean scratch();

    /** Returns true if the Java object must stay alive during the call. */
    boolean kept();

    /** Returns the resource of a try statement that it needs during the call. */
    Optional<String> resource(String parameter);
}
