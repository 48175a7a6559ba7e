package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a {@link SymbolSource} that tells what no integer expression of C does: where the bits of a bitfield are, as a
 * struct in which they alone are set, and the values of constants with a type.
 *
 * @param text the C text; the n-th item stands on line n of {@link #FILE}, counted from 1
 */
public record ToldSource(String text, List<Item> items) {
    /** The file name that the compiler is given. */
    public static final String FILE = "ffi-told";

    /** Before the n-th item, in its lowest bits. */
    private static final long MARKER = 0x6a3471b9e2d00000L;

    public ToldSource {
        items = List.copyOf(items);
    }

    /**
     * Something that stands behind a marker.
     *
     * @param cName the constant, or the bitfield
     */
    public record Item(String cName, long marker, Kind kind, Span span) {}

    /** The facts about an item. */
    public enum Kind {
        /** The place of the first bit that is set. */
        PLACE,
        /** 64 bits. */
        VALUE,
        /** Bytes up to a 0. */
        TEXT
    }

    static ToldSource of(VerifiedBinding verified, LayoutTable table) {
        ConditionalBinding conditional = verified.conditional();
        Crossings types = new Crossings(verified);
        table.addTold(verified.binding());
        GuardedText text = new GuardedText(conditional.platforms());
        List<Item> items = new ArrayList<>();
        for (ResolvedComposite composite : verified.binding().composites()) {
            for (Field field : LayoutTable.bitfields(composite)) {
                boolean truth = types.of(field.type()).carrier() == Carrier.BOOLEAN;
                String initializer = Text.format("{ .%s = %s }", field.cName(), truth ? "1" : "-1");
                Item item = new Item(field.cName(), MARKER + items.size(), Kind.PLACE, field.nameSpan());
                items.add(item);
                text.add(
                        declaration(items.size(), item, composite.cName(), initializer),
                        "",
                        conditional.having(ConditionalBinding.field(composite.cName(), field.cName())));
            }
        }
        for (ResolvedTypedConstant constant : verified.binding().typedConstants()) {
            boolean string = CallShapes.text(constant.type());
            Item item = new Item(
                    constant.cName(), MARKER + items.size(), string ? Kind.TEXT : Kind.VALUE, constant.nameSpan());
            items.add(item);
            text.add(
                    string
                            // Only a literal is an array of characters.
                            ? declaration(items.size(), item, "char", constant.cName())
                                    .replace("ffi_value;", "ffi_value[sizeof(" + constant.cName() + ")];")
                            : number(
                                    items.size(),
                                    item,
                                    types.of(constant.type()).resultCarrier().floating()),
                    "",
                    conditional.having(constant.cName()));
        }
        String ignored = "#pragma clang diagnostic ignored \"-Weverything\"\n";
        return new ToldSource(items.isEmpty() ? "" : ignored + text, items);
    }

    private static String number(int line, Item item, boolean floating) {
        String value = "(" + item.cName() + ")";
        return declaration(line, item, floating ? "double" : "ffi_jlong", floating ? value : "(ffi_jlong)" + value);
    }

    private static String declaration(int line, Item item, String type, String value) {
        return Text.format(
                "#line %1$d \"%2$s\"\n__attribute__((__used__)) const struct __attribute__((__packed__)) { ffi_jlong ffi_marker;"
                        + " %3$s ffi_value; } ffi_told_%1$d = { (ffi_jlong)0x%4$016xULL, %5$s };\n",
                line, FILE, type, item.marker(), value);
    }
}
