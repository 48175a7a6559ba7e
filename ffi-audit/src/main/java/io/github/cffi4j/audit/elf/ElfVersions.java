package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ElfFacts.VersionNeed;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbol versions a library asks for.
 *
 * @param byNumber as its symbols refer to them
 */
record ElfVersions(Map<Integer, VersionNeed> byNumber) {
    private static final int LIBRARY_SIZE = 16;
    private static final int VERSION_SIZE = 16;
    /** Numbers have 15 bits. */
    private static final int MOST = 1 << 15;

    static ElfVersions read(ElfImage image, ElfDynamic dynamic) throws MalformedFileException {
        Map<Integer, VersionNeed> byNumber = new LinkedHashMap<>();
        if (dynamic.value(ElfDynamic.VERNEED).isEmpty()) {
            return new ElfVersions(byNumber);
        }
        ByteView table = image.from(dynamic.value(ElfDynamic.VERNEED).get(), "the version needs");
        long left = dynamic.value(ElfDynamic.VERNEEDNUM).orElse(0L);
        int read = 0;
        for (long at = 0; left > 0; left--) {
            String library = dynamic.names().text(table.u32(at + 4), "the library of a version");
            long version = at + table.u32(at + 8);
            for (int versions = table.u16(at + 2); versions > 0; versions--) {
                byNumber.put(
                        table.u16(version + 6) & (MOST - 1),
                        new VersionNeed(
                                library, dynamic.names().text(table.u32(version + 8), "the name of a version")));
                if (++read > MOST) {
                    throw new MalformedFileException("it needs more than " + MOST + " versions", table.offset(version));
                }
                version += step(table, version + 12, VERSION_SIZE, versions > 1);
            }
            at += step(table, at + 12, LIBRARY_SIZE, left > 1);
        }
        return new ElfVersions(byNumber);
    }

    List<VersionNeed> needs() {
        return byNumber.values().stream().distinct().toList();
    }

    ImportedSymbol imported(String name, int number) {
        VersionNeed need = byNumber.getOrDefault(number, new VersionNeed("", ""));
        return new ImportedSymbol(name, need.library(), need.version());
    }

    /** How far it is to the next record, which lies behind this one: else the list could have no end. */
    private static long step(ByteView table, long at, int least, boolean more) throws MalformedFileException {
        long step = table.u32(at);
        if (more && step < least) {
            throw new MalformedFileException("the list of version needs goes back", table.offset(at));
        }
        return step;
    }
}
