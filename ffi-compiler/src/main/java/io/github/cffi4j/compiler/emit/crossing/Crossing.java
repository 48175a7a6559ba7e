package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a value of one C type crosses between Java and C: as an argument and a result of either, a field, a constant, and
 * behind a pointer. Each kind of type is a class that says all of it; {@link Crossings} picks the class.
 *
 * <p>In C, parameters of the glue are called {@code ffi_0}, {@code ffi_1} and so on. The values of a callback lie in slots
 * of 64 bits: {@code v} in Java, {@code ffi_values} in C. The first slot has the result.
 */
public sealed interface Crossing extends Argument permits Bare, Copied {
    /** The name of the memory for a result, in Java. */
    String RESULT = "result$";

    /**
     * An argument in the glue.
     *
     * @param expression the argument
     * @param declaration the declaration of a variable that the expression needs, if it needs one
     */
    record InC(String expression, Optional<String> declaration) {
        static InC of(String expression) {
            return new InC(expression, Optional.empty());
        }
    }

    /**
     * The code that reads a constant.
     *
     * @param initializer the text behind the name of the Java constant; empty if the block assigns it
     * @param block the static initializer that fills it, if it needs one
     * @param body the body of a method that returns it, if some platforms lack it
     * @param copy whether that method returns memory that the caller may change
     */
    record Constant(String initializer, Optional<String> block, String body, boolean copy) {}

    // Types.

    /** Returns the type that a call or a field returns: for a function pointer the class, which can be cast. */
    String returnedType();

    /** Returns the classes for a pointer to the type. */
    Pointee pointee();

    // A call of C, in Java.

    /** Returns how a parameter crosses in a method that takes another Java type for some pointers. */
    Argument in(Form form, Parameter parameter);

    /** Returns true if Java's type holds values that C's does not, so that a call may refuse one. */
    boolean checked();

    /** Returns the values that Java may pass, in words, if its type holds others or C takes some for others. */
    Optional<String> range();

    /** Returns true if C writes a result to memory, whose address Java passes behind the arguments. */
    boolean copied();

    /** Returns the type that the native method returns: nothing if the result is copied. */
    Carrier resultCarrier();

    /** Returns the statement before a call that makes the memory for its result, which must stay alive. */
    Optional<String> resultMemory();

    /** Returns true if the result lies in the thread's scratch memory. */
    boolean resultInScratch();

    /** Returns the statements that make the call and return its result. */
    String returned(String call);

    /** Returns true if there is a result. */
    default boolean returns() {
        return copied() || resultCarrier() != Carrier.VOID;
    }

    /** Returns how Java reads a constant. */
    Constant constant(String name, String getter);

    // A call of C, in the glue.

    /**
     * Returns the argument that the glue passes on.
     *
     * @param type how C spells the type
     * @param index the number of the glue's parameter
     */
    InC argumentInC(String type, int index);

    /**
     * Returns the statements that make the call and return its result.
     *
     * @param place the index of the parameter that has the address for a copied result
     */
    String returnedInC(String type, String call, int place);

    // A call of Java by C, in Java.

    /** Returns the expression for the argument that lies in a slot. */
    String fromSlot(Slot slot);

    /**
     * Returns the expression that puts a result into a slot; of a struct, where the address in the first slot says.
     *
     * @param sizes the expression for the size of a C type
     */
    String toSlot(Slot slot, Value value, UnaryOperator<String> sizes);

    // A call of Java by C, in the glue.

    /**
     * Returns the statement that puts a parameter into a slot.
     *
     * @param struct the beginning of the name of a struct's parameter, before its number
     */
    String toSlotInC(String slot, int index, String struct);

    /** Returns true if a stub hands a parameter to the function that calls Java by its address. */
    boolean handedOnByAddress();

    /** Returns the declaration of the variable that Java writes the result to. */
    Optional<String> resultInC(CSpelling spelling, CType declared);

    /** Returns the statement that returns the result from the first slot; empty if there is no result. */
    Optional<String> fromSlotInC(String type);

    // A field, or a global variable.

    /** Returns the expression that reads the value. */
    String load(Place place);

    /** Returns the statement that sets it to {@code value}; empty if it is seen through a view. */
    Optional<String> store(Place place);

    /** Returns true if it is a stretch of memory that is seen through a view: a struct or an array. */
    boolean inPlace();

    /** Returns true if it is an array whose length C does not know: {@code T a[]} at the end of a struct. */
    boolean openEnded();

    /** Returns the method of {@code Struct} that shows the field in a text. */
    String shownBy();
}
