package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A pointer to a function: a lambda, for which C gets a stub that runs it, or a pointer that C gave. */
final class FunctionPointerCrossing extends Address {
    private final String javaName;
    private final String qualified;
    private final Supplier<String> stubs;

    /**
     * @param javaName the functional interface
     * @param qualified its name, whatever a parameter is called
     * @param stubs the expression for the C functions that run such code
     */
    FunctionPointerCrossing(String javaName, String qualified, Supplier<String> stubs, String width) {
        super(width);
        this.stubs = stubs;
        this.javaName = javaName;
        this.qualified = qualified;
    }

    @Override
    public String javaType() {
        return javaName;
    }

    @Override
    public String returnedType() {
        return qualified + ".Code";
    }

    @Override
    public Pointee pointee() {
        return Pointee.of("Ref<Pointer>", "Ref.type(Pointer.TYPE)");
    }

    @Override
    public String toC(Value value) {
        return used(value.code()) + ".address()";
    }

    /** Returns the stub, which runs the code at least as long as the call takes. */
    @Override
    public Optional<String> resource(String parameter) {
        return Optional.of(
                Text.format("Stubs<%s>.Use %s = %s.use(%s)", javaName, used(parameter), stubs.get(), parameter));
    }

    private static String used(String parameter) {
        return parameter + "$use";
    }

    @Override
    String fromC(String value) {
        return qualified + ".Code.at(" + value + ")";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return slot.store(kept(value.code()));
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.write(width, kept("value")));
    }

    /** Returns the address of a stub that runs the code for as long as C may call it. */
    private String kept(String code) {
        return stubs.get() + ".keep(" + code + ")";
    }
}
