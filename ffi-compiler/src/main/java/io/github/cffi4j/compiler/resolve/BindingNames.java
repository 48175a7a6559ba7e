package io.github.cffi4j.compiler.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The Java names of a binding. What has been given one keeps it: a thing has the same name on all platforms. */
final class BindingNames {
    private final IncludedNames included;
    private final JavaNames members;
    private final JavaNames methods = JavaNames.methods();
    private final Map<String, String> given = new HashMap<>();

    /**
     * @param included the classes it uses of other bindings
     */
    BindingNames(IncludedNames included) {
        this.included = included;
        this.members = JavaNames.members(included.taken());
    }

    /** The classes it uses of other bindings. */
    IncludedNames included() {
        return included;
    }

    /** The names of a function's parameters. */
    JavaNames parameters() {
        return JavaNames.parameters(included.taken());
    }

    /** A static final field. */
    String constant(String cName) {
        return given("constant " + cName, cName, members::give);
    }

    /** A static method, for a function, a global variable or the address of a callback. */
    String method(String cName) {
        return given("method " + cName, cName, methods::give);
    }

    /** The functional interface of a function that Java implements. */
    String callback(String cName) {
        return given("callback " + cName, cName, members::giveClass);
    }

    /** A class. */
    String type(String cName, String familiar) {
        return given("type " + cName, familiar, members::giveClass);
    }

    /**
     * The functional interface of a function pointer's type.
     *
     * @param type its C name, or its place and structure if it has none
     */
    String signature(String type, String suggestion) {
        return given("signature " + type, suggestion, members::giveClass);
    }

    private String given(String what, String cName, UnaryOperator<String> giving) {
        return given.computeIfAbsent(what, key -> giving.apply(cName));
    }
}
