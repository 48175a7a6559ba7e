package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;

/**
 * A {@code String} for a pointer to characters.
 *
 * @param encoding that of {@link Pointee#encoding()}
 */
record TextArgument(String encoding) implements Argument {
    @Override
    public String javaType() {
        return "String";
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public String toC(Value value) {
        return "scratch." + Text.format(encoding, value.code());
    }

    @Override
    public boolean scratch() {
        return true;
    }

    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }
}
