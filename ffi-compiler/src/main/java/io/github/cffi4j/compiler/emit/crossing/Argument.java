package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** How an argument of a call goes to C: what Java declares, what it passes, and what has to be there meanwhile. */
public sealed interface Argument permits Crossing, TextArgument, BytesArgument, PinnedArgument {

    /** The type of the parameter, as people see it. */
    String javaType();

    /** The type of the native method's parameter. */
    Carrier carrier();

    /** The expression that passes a value. */
    String toC(Value value);

    /** Returns true if it puts something into the thread's scratch memory for the time of the call. */
    boolean scratch();

    /** Returns true if the Java object must stay alive during the call. */
    boolean kept();

    /** The resource of a try statement that it needs during the call. */
    Optional<String> resource(String parameter);
}
