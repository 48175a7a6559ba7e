package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.CodeSignature;
import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.DebugFacts;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.LayoutStamp;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.MachOFacts.Target;
import io.github.cffi4j.audit.facts.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Mach-O bytes to facts, by the load commands of Apple's {@code mach-o/loader.h}. */
public final class MachOReader {
    private static final int UUID_SIZE = 16;

    private final MachOHeader header;
    private final List<MachOSegment> segments;
    private final List<String> needed = new ArrayList<>();
    private final List<String> runPaths = new ArrayList<>();
    private final List<Timestamp> timestamps = new ArrayList<>();
    private Optional<String> installName = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private Optional<String> uuid = Optional.empty();
    private Optional<CodeSignature> signature = Optional.empty();
    private Optional<ByteView> symbolTable = Optional.empty();
    private Optional<ByteView> exportTrie = Optional.empty();

    private MachOReader(ByteView bytes) throws MalformedFileException {
        this.header = MachOHeader.read(bytes);
        this.segments = MachOSegment.read(header);
    }

    /**
     * @param bytes of a thin file, or of a slice
     * @param paths what looks like build paths in these bytes
     */
    public static MachOFacts read(ByteView bytes, List<String> paths) throws MalformedFileException {
        MachOReader reader = new MachOReader(bytes);
        for (MachOHeader.Command command : reader.header.commands()) {
            reader.take(command);
        }
        return reader.facts(paths);
    }

    private void take(MachOHeader.Command command) throws MalformedFileException {
        ByteView bytes = command.bytes();
        switch (command.type()) {
            case 0x2 -> symbolTable = Optional.of(bytes);
            case 0xc, 0x18, 0x1f, 0x20, 0x23 -> {
                String library = command.text(8, "the name of a needed library");
                needed.add(library);
                timestamp("the load command of " + library, bytes.u32(12));
            }
            case 0xd -> {
                installName = Optional.of(command.text(8, "the install name"));
                timestamp("its own install name", bytes.u32(12));
            }
            case 0x1b -> uuid = Optional.of(HexFormat.of().formatHex(bytes.copy(8, UUID_SIZE, "the UUID")));
            case 0x1c -> runPaths.add(command.text(8, "a run path"));
            case 0x1d -> signature = Optional.of(SignatureReader.read(header.file(), bytes.u32(8), bytes.u32(12)));
            case 0x22 -> exportTrie = Optional.of(header.file().slice(bytes.u32(40), bytes.u32(44), "the export trie"));
            case 0x33 -> exportTrie = Optional.of(header.file().slice(bytes.u32(8), bytes.u32(12), "the export trie"));
            case 0x24 -> target = Optional.of(new Target("macOS", version(bytes.u32(8))));
            case 0x25 -> target = Optional.of(new Target("iOS", version(bytes.u32(8))));
            case 0x32 -> target = Optional.of(new Target(system(bytes.u32(8)), version(bytes.u32(12))));
            default -> {
                // The other commands say nothing an audit asks for.
            }
        }
    }

    private MachOFacts facts(List<String> paths) throws MalformedFileException {
        MachOSymbols symbols =
                symbolTable.isPresent() ? MachOSymbols.read(header, symbolTable.get(), needed) : MachOSymbols.none();
        // Old files have a symbol table alone.
        List<ExportedSymbol> exports =
                exportTrie.isPresent() ? ExportTrie.read(exportTrie.get(), textAddress()) : symbols.external();
        CommonFacts common = new CommonFacts(
                header.kind(),
                header.machine(),
                header.file().length(),
                needed,
                exports,
                symbols.imports(),
                debug(symbols),
                uuid,
                timestamps,
                segments.stream()
                        .filter(MachOSegment::writableCode)
                        .map(segment -> "segment " + segment.name())
                        .toList(),
                LayoutStamp.among(exports, this::from),
                paths);
        return new MachOFacts(common, installName, target, runPaths, signature);
    }

    /** Linkers write 0, 1 or 2 where a time once was. */
    private void timestamp(String place, long seconds) {
        if (seconds > 2) {
            timestamps.add(new Timestamp(place, seconds));
        }
    }

    private DebugFacts debug(MachOSymbols symbols) {
        List<String> sections = segments.stream()
                .filter(segment -> segment.name().equals("__DWARF"))
                .flatMap(segment -> segment.sections().stream())
                .toList();
        return new DebugFacts(sections, symbols.stabs(), symbols.locals());
    }

    private long textAddress() {
        return segments.stream()
                .filter(segment -> segment.name().equals("__TEXT"))
                .mapToLong(MachOSegment::address)
                .findFirst()
                .orElse(0);
    }

    private ByteView from(long address, String what) throws MalformedFileException {
        for (MachOSegment segment : segments) {
            header.file().spend(1, segment.offset());
            if (segment.has(address)) {
                return header.file()
                        .slice(segment.offset(), segment.fileSize(), "a segment")
                        .from(address - segment.address(), what);
            }
        }
        throw new MalformedFileException(
                what + " is at address 0x" + Long.toHexString(address) + ", which no segment has",
                header.file().offset(0));
    }

    private static String system(long platform) {
        return switch ((int) platform) {
            case 1 -> "macOS";
            case 2 -> "iOS";
            case 6 -> "Mac Catalyst";
            default -> "platform " + platform;
        };
    }

    /** 16 bits, 8 and 8; the last is left out where it is zero. */
    private static String version(long packed) {
        String version = (packed >> 16) + "." + (packed >> 8 & 0xff);
        return (packed & 0xff) == 0 ? version : version + "." + (packed & 0xff);
    }
}
