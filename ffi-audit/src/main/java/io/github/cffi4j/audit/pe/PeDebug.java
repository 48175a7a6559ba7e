package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The debug directory.
 *
 * @param identity GUID and age of the PDB, in hexadecimal digits
 * @param reproducible whether what stands in for times is a hash ({@code /Brepro})
 */
record PeDebug(Optional<String> identity, boolean reproducible, List<Timestamp> timestamps) {
    private static final int ENTRY = 28;
    private static final int CODEVIEW = 2;
    private static final int REPRO = 16;
    private static final long RSDS = 0x53445352L;
    private static final int GUID_AND_AGE = 20;

    static PeDebug read(PeImage image) throws MalformedFileException {
        long[] place = image.header().directory(PeHeader.Directory.DEBUG);
        Optional<String> identity = Optional.empty();
        boolean reproducible = false;
        List<Timestamp> timestamps = new ArrayList<>();
        if (place[0] != 0) {
            ByteView table = image.from(place[0], "the debug directory")
                    .table(0, place[1] / ENTRY, ENTRY, "the debug directory");
            for (long at = 0; at < table.length(); at += ENTRY) {
                timestamps.add(new Timestamp("the debug directory", table.u32(at + 4)));
                reproducible |= table.u32(at + 12) == REPRO;
                if (table.u32(at + 12) == CODEVIEW) {
                    identity = codeView(
                            image.header().file().slice(table.u32(at + 24), table.u32(at + 16), "a debug record"));
                }
            }
        }
        return new PeDebug(identity, reproducible, timestamps);
    }

    private static Optional<String> codeView(ByteView entry) throws MalformedFileException {
        return entry.u32(0) == RSDS
                ? Optional.of(HexFormat.of().formatHex(entry.copy(4, GUID_AND_AGE, "the identity of the PDB")))
                : Optional.empty();
    }
}
