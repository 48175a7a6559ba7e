package io.github.cffi4j.audit.facts;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of the table a generated binding reads when its class is initialised: the exported symbol {@code
 * ffi_layout_<binding>}, three 64-bit integers and its values.
 *
 * @param binding the Java class as it is spelled in the symbol (JNI's mangling)
 * @param address of the table in the image
 * @param format of the table
 * @param fingerprint of the cdef
 * @param count of its values
 */
public record LayoutStamp(String binding, long address, long format, long fingerprint, long count) {
    private static final String PREFIX = "ffi_layout_";

    /** More bindings than any library has. */
    private static final int MOST = 4096;

    /** Finds the bytes at an address of an image. */
    @FunctionalInterface
    public interface ImageBytes {
        ByteView from(long address, String what) throws MalformedFileException;
    }

    /** The stamps among the exports of a library. */
    public static List<LayoutStamp> among(List<ExportedSymbol> exports, ImageBytes image)
            throws MalformedFileException {
        List<LayoutStamp> stamps = new ArrayList<>();
        for (ExportedSymbol symbol : exports) {
            if (symbol.name().startsWith(PREFIX) && stamps.size() < MOST) {
                ByteView table = image.from(symbol.address(), "the table '" + symbol.name() + "'");
                stamps.add(new LayoutStamp(
                        symbol.name().substring(PREFIX.length()),
                        symbol.address(),
                        table.u64(0),
                        table.u64(8),
                        table.u64(16)));
            }
        }
        return stamps;
    }
}
