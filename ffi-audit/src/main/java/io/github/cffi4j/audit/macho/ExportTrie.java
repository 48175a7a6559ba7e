package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The names a dylib exports: a tree whose edges are parts of names. No node is read twice, and none by recursion. */
final class ExportTrie {
    private static final int KIND = 3;
    private static final int ABSOLUTE = 2;
    private static final int RE_EXPORT = 8;

    private final ByteView bytes;
    private long position;

    private ExportTrie(ByteView bytes) {
        this.bytes = bytes;
    }

    private record Node(long offset, String name) {}

    /** @param base the address the trie's offsets are counted from, that of the header */
    static List<ExportedSymbol> read(ByteView bytes, long base) throws MalformedFileException {
        return bytes.length() == 0 ? List.of() : new ExportTrie(bytes).read(base);
    }

    private List<ExportedSymbol> read(long base) throws MalformedFileException {
        List<ExportedSymbol> exports = new ArrayList<>();
        BitSet seen = new BitSet();
        Deque<Node> open = new ArrayDeque<>(List.of(new Node(0, "")));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.offset() < 0 || node.offset() >= bytes.length() || seen.get((int) node.offset())) {
                throw new MalformedFileException("the export trie has a wrong or repeated node", bytes.offset(0));
            }
            seen.set((int) node.offset());
            position = node.offset();
            long size = number();
            long children = position + size;
            if (size > 0) {
                exports.add(export(node.name(), base));
            }
            bytes.slice(children, 1, "a node of the export trie");
            position = children;
            int count = bytes.u8(position++);
            for (int i = 0; i < count; i++) {
                String edge = bytes.text(position, "an edge of the export trie");
                position += edge.length() + 1L;
                String name = node.name() + edge;
                bytes.spend(name.length(), position);
                open.push(new Node(number(), name));
            }
        }
        return exports;
    }

    private ExportedSymbol export(String name, long base) throws MalformedFileException {
        long flags = number();
        boolean elsewhere = (flags & RE_EXPORT) != 0 || (flags & KIND) == ABSOLUTE;
        return new ExportedSymbol(MachOSymbols.inC(name), elsewhere ? 0 : base + number());
    }

    /** An unsigned LEB128. */
    private long number() throws MalformedFileException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = bytes.u8(position++);
            value |= (next & 0x7fL) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new MalformedFileException("a number of the export trie does not end", bytes.offset(position));
    }
}
