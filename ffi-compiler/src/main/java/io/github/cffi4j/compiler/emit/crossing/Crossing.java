package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a value of one C type crosses between Java and C: as an argument and a result of either, a field, a constant, and
 * behind a pointer. Each kind of type is a class that says all of it; {@link Crossings} picks the class.
 *
 * <p>In C, parameters of the glue are called {@code ffi_0}, {@code ffi_1} and so on. What goes through a callback lies in
 * slots of 64 bits: {@code v} in Java, {@code ffi_values} in C, with the result in the first.
 */
public sealed interface Crossing extends Argument permits Direct, Copied, Restricted {
    /** What Java calls the memory for a result. */
    String RESULT = "result$";

    // Types.

    /** The type that a call or a field returns: of a function pointer the class, which can be cast. */
    String returnedType();

    /** What Java sees behind a pointer to the type. */
    Pointee pointee();

    // A call of C, in Java.

    /** How Java passes a value if a method takes something else for some pointers. */
    Argument in(Form form, Parameter parameter);

    /** Returns true if Java's type holds values that C's does not, so that a call may refuse one. */
    boolean checked();

    /** Returns true if C writes a result to memory, whose address Java passes behind the arguments. */
    boolean copied();

    /** The type that the native method returns: nothing if the result is copied. */
    Carrier resultCarrier();

    /** The statement before a call that makes the memory for its result; Java keeps it alive. */
    Optional<String> resultMemory();

    /** Returns true if the result lies in the thread's scratch memory. */
    boolean resultInScratch();

    /** The statements that make the call and return its result. */
    String returned(String call);

    /** Returns true if there is a result. */
    default boolean returns() {
        return copied() || resultCarrier() != Carrier.VOID;
    }

    /** How Java reads a constant. */
    ConstantCode constant(String name, String getter);

    // A call of C, in the glue.

    /**
     * The argument that C passes on.
     *
     * @param type how C spells the type
     * @param index of the glue's parameter
     */
    InC argumentInC(String type, int index);

    /**
     * The statements that make the call and return its result.
     *
     * @param place the index of the parameter that has the address for a copied result
     */
    String returnedInC(String type, String call, int place);

    // A call of Java by C, in Java.

    /** The argument that lies in a slot. */
    String fromSlot(int offset);

    /**
     * The expression that puts a result into the first slot.
     *
     * @param sizes the expression for the size of a C type
     */
    String toSlot(Value value, UnaryOperator<String> sizes);

    // A call of Java by C, in the glue.

    /**
     * The statement that puts a parameter into a slot.
     *
     * @param struct what the name of a struct's parameter begins with, before its number
     */
    String toSlotInC(String slot, int index, String struct);

    /** Returns true if one function of the glue hands it to another by its address. */
    boolean handedOnByAddress();

    /** The declaration of the variable that Java writes the result to. */
    Optional<String> resultInC(CSpelling spelling, CType declared);

    /** The statement that returns the result from the first slot; empty if there is none. */
    Optional<String> fromSlotInC(String type);

    // A field, or a global variable.

    /** The expression that reads the value. */
    String load(Place place);

    /** The statement that sets it to {@code value}; empty if it is seen through a view. */
    Optional<String> store(Place place);

    /** Returns true if it is a stretch of memory that is seen through a view: a struct or an array. */
    boolean inPlace();

    /** Returns true if it is an array whose length C does not know: {@code T a[]} at the end of a struct. */
    boolean openEnded();

    /** The method of {@code Struct} that shows the field in a text. */
    String shownBy();
}
