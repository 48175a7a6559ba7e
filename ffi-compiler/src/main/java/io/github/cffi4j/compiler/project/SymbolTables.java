package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.emit.SymbolSource;
import io.github.cffi4j.compiler.emit.ToldSource;
import io.github.cffi4j.compiler.object.ObjectFile;
import io.github.cffi4j.compiler.verify.ClangMessage;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the compilers of all platforms said of a binding without glue. {@link #text} is the file that {@code SymbolTable} of the
 * runtime reads.
 */
final class SymbolTables {
    private static final String API = "set <mode>api</mode>: then a few kilobytes of C are compiled for each platform";
    private static final String NEEDS_C = "macros and inline functions need C: leave it out, or " + API;

    /** The values stand just behind their markers. */
    private static final int VALUE_OFFSET = Long.BYTES;

    private static final Pattern ACTUAL = Pattern.compile("with an expression of type '([^']*)'");

    private final SymbolSource source;
    private final Map<Platform, Table> tables = new EnumMap<>(Platform.class);
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private int platforms;

    SymbolTables(SymbolSource source) {
        this.source = source;
    }

    private record Table(List<Long> values, Map<String, String> names) {}

    /** A fault of a symbol, and the platforms that have it. */
    private record Complaint(String cName, Span span, String what, String fix, Set<Platform> on) {}

    /** Adds what a platform's compiler made of the source. */
    void add(Platform platform, CompiledUnit answer) throws IOException {
        platforms++;
        if (answer instanceof CompiledUnit.Compiled compiled) {
            tables.put(platform, read(platform, Files.readAllBytes(compiled.object())));
        } else {
            String output = ((CompiledUnit.Failed) answer).output();
            Set<SymbolSource.Symbol> told = new HashSet<>();
            for (ClangMessage error : ClangMessage.errors(output)) {
                boolean type = error.at().file().equals(SymbolSource.TYPES);
                if (error.at().file().equals(ToldSource.FILE)) {
                    ToldSource.Item item = source.told().get(error.at().line() - 1);
                    complain(
                            item.cName(),
                            item.span(),
                            item.kind() == ToldSource.Kind.PLACE
                                    ? " is a bitfield whose place the compiler does not tell"
                                    : " is a constant that has to be computed when the program runs",
                            "leave it out, or " + API,
                            platform);
                    continue;
                }
                if (!type && !error.at().file().equals(SymbolSource.FILE)) {
                    throw new IllegalStateException(
                            "the compiler for " + platform.classifier() + " refuses what it took before:\n" + output);
                }
                SymbolSource.Symbol symbol = source.symbols().get(error.at().line() - 1);
                Matcher actual = ACTUAL.matcher(error.text());
                if (type && actual.find()) {
                    complain(
                            symbol,
                            " has the type '" + actual.group(1)
                                    + "' in the headers, and without C nothing is converted",
                            "declare its parameters and its result exactly so, or " + API,
                            platform);
                } else if (told.add(symbol)) {
                    complain(symbol, " has no address in the headers, so no library exports it", NEEDS_C, platform);
                }
            }
        }
    }

    private void complain(SymbolSource.Symbol symbol, String what, String fix, Platform platform) {
        complain(symbol.cName(), symbol.span(), what, fix, platform);
    }

    private void complain(String cName, Span span, String what, String fix, Platform platform) {
        complaints
                .computeIfAbsent(cName + what, any -> new Complaint(cName, span, what, fix, new TreeSet<>()))
                .on()
                .add(platform);
    }

    private Table read(Platform platform, byte[] bytes) {
        ByteBuffer object = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (find(object, SymbolSource.VALUES) < 0) {
            object.order(ByteOrder.BIG_ENDIAN);
        }
        List<Long> values = new ArrayList<>();
        int at = find(object, SymbolSource.VALUES) + Long.BYTES;
        for (int i = 0; i < source.values(); i++) {
            values.add(object.getLong(at + i * Long.BYTES));
        }
        for (ToldSource.Item item : source.told()) {
            if (item.kind() == ToldSource.Kind.TEXT) {
                text(item, object, platform);
            } else {
                values.add(told(item, object));
            }
        }
        ObjectFile file = ObjectFile.read(bytes);
        Map<String, String> names = new TreeMap<>();
        long addresses = find(object, SymbolSource.ADDRESSES) + (long) Long.BYTES;
        int size = platform.arch().bits() / Byte.SIZE;
        for (int i = 0; i < source.symbols().size(); i++) {
            SymbolSource.Symbol symbol = source.symbols().get(i);
            file.at(addresses + (long) i * size).ifPresent(found -> {
                if (!found.undefined()) {
                    complain(
                            symbol,
                            " is an inline function in the headers, so no library exports it",
                            NEEDS_C,
                            platform);
                }
                String name = exported(platform, found.name());
                if (!name.equals(symbol.cName())) {
                    names.put(symbol.cName(), name);
                }
            });
        }
        return new Table(values, names);
    }

    private void text(ToldSource.Item item, ByteBuffer object, Platform platform) {
        int marker = find(object, item.marker());
        if (marker >= 0) {
            StringBuilder text = new StringBuilder();
            for (int at = marker + VALUE_OFFSET; object.get(at) != 0; at++) {
                text.append((char) Byte.toUnsignedInt(object.get(at)));
            }
            String before = texts.putIfAbsent(item.cName(), text.toString());
            if (before != null && !before.contentEquals(text)) {
                complain(
                        item.cName(),
                        item.span(),
                        " is another text than on other platforms",
                        "leave it out, or " + API,
                        platform);
            }
        }
    }

    /** Returns the constants that are text; a character is a byte. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns the value behind a marker; 0 if this platform lacks it. */
    private static long told(ToldSource.Item item, ByteBuffer object) {
        int marker = find(object, item.marker());
        if (marker < 0) {
            return 0;
        }
        int at = marker + VALUE_OFFSET;
        if (item.kind() == ToldSource.Kind.VALUE) {
            return object.getLong(at);
        }
        boolean little = object.order() == ByteOrder.LITTLE_ENDIAN;
        for (long place = 0; at + place / Byte.SIZE < object.limit(); place++) {
            int bit = (int) (place % Byte.SIZE);
            int mask = 1 << (little ? bit : Byte.SIZE - 1 - bit);
            if ((object.get(at + (int) (place / Byte.SIZE)) & mask) != 0) {
                return place;
            }
        }
        throw new IllegalStateException("no bit of " + item.cName() + " is set in the object");
    }

    /** The name that a loader looks for. */
    private static String exported(Platform platform, String symbol) {
        String plain = symbol.startsWith("__imp_") ? symbol.substring("__imp_".length()) : symbol;
        return platform.underscoresSymbols() && plain.startsWith("_") ? plain.substring(1) : plain;
    }

    private static int find(ByteBuffer bytes, long marker) {
        for (int at = 0; at + Long.BYTES <= bytes.limit(); at++) {
            if (bytes.getLong(at) == marker) {
                return at;
            }
        }
        return -1;
    }

    /**
     * @throws CdefException if the cdef declares what the library does not export
     */
    void throwIfAny() throws CdefException {
        if (!complaints.isEmpty()) {
            throw new CdefException(complaints.values().stream()
                    .map(complaint -> Diagnostic.of(
                            complaint.span(),
                            "'" + complaint.cName() + "'" + complaint.what() + "; on: " + list(complaint.on()),
                            complaint.fix()))
                    .toList());
        }
    }

    private String list(Set<Platform> on) {
        return on.size() == platforms && platforms > 1
                ? "all " + platforms + " platforms"
                : on.stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    /**
     * The tables, each once.
     *
     * @param candidates the names of the library, by platform; those without use what every process has
     */
    String text(Map<Platform, String> candidates) {
        StringBuilder text = new StringBuilder("cffi4j-abi 1 ")
                .append(Long.toHexString(source.fingerprint()))
                .append('\n');
        Map<List<Object>, List<Platform>> same = new LinkedHashMap<>();
        tables.forEach((platform, table) -> same.computeIfAbsent(
                        List.of(table, candidates.getOrDefault(platform, "")), any -> new ArrayList<>())
                .add(platform));
        List<Long> first = null;
        for (Map.Entry<List<Object>, List<Platform>> entry : same.entrySet()) {
            Table table = (Table) entry.getKey().get(0);
            line(
                    text,
                    "for",
                    entry.getValue().stream().map(Platform::classifier).toList());
            String names = (String) entry.getKey().get(1);
            line(text, "open", names.isEmpty() ? List.of() : List.of(names.split(",")));
            line(text, "values", first == null ? words(table.values()) : changes(first, table.values()));
            line(
                    text,
                    "names",
                    table.names().entrySet().stream()
                            .map(name -> name.getKey() + "=" + name.getValue())
                            .toList());
            first = first == null ? table.values() : first;
        }
        return text.toString();
    }

    /** Returns the values of the layout on each platform. */
    List<List<Long>> values() {
        return tables.values().stream().map(Table::values).toList();
    }

    private static void line(StringBuilder text, String what, List<String> words) {
        text.append(what);
        words.forEach(word -> text.append(' ').append(word));
        text.append('\n');
    }

    private static List<String> words(List<Long> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static List<String> changes(List<Long> first, List<Long> values) {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals(first.get(i))) {
                changes.add(i + "=" + values.get(i));
            }
        }
        return changes;
    }
}
