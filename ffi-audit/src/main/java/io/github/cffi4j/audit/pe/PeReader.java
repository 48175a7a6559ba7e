package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.DebugFacts;
import io.github.cffi4j.audit.facts.LayoutStamp;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.facts.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** PE bytes to facts, by Microsoft's "PE Format". */
public final class PeReader {
    /** The value that some linkers write instead of a time. */
    private static final long NONE = 0xffffffffL;

    private PeReader() {}

    /** @param paths what looks like build paths in these bytes */
    public static PeFacts read(ByteView bytes, List<String> paths) throws MalformedFileException {
        PeImage image = PeImage.read(bytes);
        PeHeader header = image.header();
        PeExports exports = PeExports.read(image);
        PeImports imports = PeImports.read(image);
        PeDebug debug = PeDebug.read(image);
        CommonFacts common = new CommonFacts(
                header.kind(),
                header.machine(),
                bytes.length(),
                imports.libraries(),
                exports.symbols(),
                imports.symbols(),
                new DebugFacts(debugSections(image), 0, header.symbols()),
                debug.identity(),
                timestamps(header, exports, debug),
                image.sections().stream()
                        .filter(PeSection::writableCode)
                        .map(section -> "section " + section.name())
                        .toList(),
                LayoutStamp.among(exports.symbols(), image::from),
                paths);
        return new PeFacts(
                common,
                header.oldest(),
                header.dynamicBase(),
                header.highEntropy(),
                header.nxCompatible(),
                header.directory(PeHeader.Directory.SECURITY)[1] != 0);
    }

    private static List<String> debugSections(PeImage image) {
        return image.sections().stream()
                .map(PeSection::name)
                .filter(name -> name.startsWith(".debug") || name.startsWith(".zdebug") || name.startsWith(".stab"))
                .toList();
    }

    private static List<Timestamp> timestamps(PeHeader header, PeExports exports, PeDebug debug)
            throws MalformedFileException {
        if (debug.reproducible()) {
            return List.of();
        }
        List<Timestamp> all = new ArrayList<>();
        all.add(new Timestamp("the file header", header.timestamp()));
        all.add(new Timestamp("the export directory", exports.timestamp()));
        all.addAll(debug.timestamps());
        return all.stream()
                .filter(time -> time.seconds() != 0 && time.seconds() != NONE)
                .toList();
    }
}
