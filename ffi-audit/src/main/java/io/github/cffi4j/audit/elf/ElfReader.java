package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.DebugFacts;
import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.FileKind;
import io.github.cffi4j.audit.facts.LayoutStamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ELF bytes to facts, by the System V ABI's "Object Files" and "Program Loading and Dynamic Linking". */
public final class ElfReader {
    private static final int PROGRAM = 2;
    private static final int SHARED = 3;

    private ElfReader() {}

    /** @param paths what looks like build paths in these bytes */
    public static ElfFacts read(ByteView bytes, List<String> paths) throws MalformedFileException {
        ElfImage image = ElfImage.read(bytes);
        ElfHeader header = image.header();
        List<ElfSection> sections = ElfSection.read(header);
        ElfDynamic dynamic = ElfDynamic.read(image);
        ElfVersions versions = ElfVersions.read(image, dynamic);
        ElfSymbols symbols = ElfSymbols.read(image, dynamic, versions, sections);
        ElfNotes notes = ElfNotes.read(image);
        CommonFacts common = new CommonFacts(
                kind(header, image, dynamic),
                ElfMachines.of(header, bytes.u8(5) == 2),
                bytes.length(),
                dynamic.needed(),
                symbols.exports(),
                symbols.imports(),
                debug(sections),
                notes.buildId(),
                List.of(),
                writableCode(image),
                LayoutStamp.among(symbols.exports(), image::from),
                paths);
        return new ElfFacts(
                common,
                header.osAbi(),
                dynamic.text(ElfDynamic.SONAME),
                runPaths(dynamic),
                versions.needs(),
                stack(image),
                dynamic.textRelocations(),
                image.segment(ElfSegment.GNU_RELRO).isPresent(),
                dynamic.bindNow(),
                notes.android());
    }

    /** A position-independent program is a shared object too, but asks for a loader and has no name of its own. */
    private static FileKind kind(ElfHeader header, ElfImage image, ElfDynamic dynamic) {
        boolean asksForLoader = image.segment(ElfSegment.INTERPRETER).isPresent()
                && dynamic.value(ElfDynamic.SONAME).isEmpty();
        return switch (header.type()) {
            case PROGRAM -> FileKind.PROGRAM;
            case SHARED -> asksForLoader ? FileKind.PROGRAM : FileKind.LIBRARY;
            default -> FileKind.OTHER;
        };
    }

    private static DebugFacts debug(List<ElfSection> sections) {
        List<String> names = sections.stream()
                .map(ElfSection::name)
                .filter(name -> name.startsWith(".debug_") || name.startsWith(".zdebug_") || name.startsWith(".stab"))
                .toList();
        long symbols = sections.stream()
                .filter(section -> section.type() == ElfSection.SYMTAB && section.entrySize() > 0)
                .mapToLong(section -> Long.divideUnsigned(section.size(), section.entrySize()))
                .sum();
        return new DebugFacts(names, 0, symbols);
    }

    private static List<String> runPaths(ElfDynamic dynamic) throws MalformedFileException {
        return Stream.of(dynamic.text(ElfDynamic.RPATH), dynamic.text(ElfDynamic.RUNPATH))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static ElfFacts.Stack stack(ElfImage image) {
        return image.segment(ElfSegment.GNU_STACK)
                .map(segment -> segment.executable() ? ElfFacts.Stack.EXECUTABLE : ElfFacts.Stack.PLAIN)
                .orElse(ElfFacts.Stack.UNSAID);
    }

    private static List<String> writableCode(ElfImage image) {
        return image.segments().stream()
                .filter(segment -> segment.type() == ElfSegment.LOAD && segment.writable() && segment.executable())
                .map(segment -> "the segment at 0x" + Long.toHexString(segment.address()))
                .toList();
    }
}
