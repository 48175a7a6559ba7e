package org.example.treesitter;

import static org.example.treesitter.TreeSitter.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Owned;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The syntax tree of a text in JSON. Its nodes are valid until it is closed. */
public final class SyntaxTree implements AutoCloseable {
    private final byte[] text;
    private final Owned<TSTree> tree;

    private SyntaxTree(byte[] text, TSTree tree) {
        this.text = text;
        this.tree = TSTree.owned(tree, TreeSitter::ts_tree_delete);
    }

    /** Parses; a text with errors has a tree, too. */
    public static SyntaxTree ofJson(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.open();
                Owned<TSParser> parser = TSParser.owned(ts_parser_new(), TreeSitter::ts_parser_delete)) {
            if (!ts_parser_set_language(parser.get(), tree_sitter_json())) {
                throw new IllegalStateException("the grammar is of another version of tree-sitter");
            }
            BytePointer bytes = BytePointer.of(arena, text);
            return new SyntaxTree(text, ts_parser_parse_string(parser.get(), null, bytes, text.length));
        }
    }

    public Node root() {
        return new Node(ts_tree_root_node(tree.get()));
    }

    @Override
    public void close() {
        tree.close();
    }

    /** A node; it knows its tree. */
    public final class Node {
        private final TSNode node;

        private Node(TSNode node) {
            this.node = node;
        }

        /** Returns its name in the grammar, such as {@code pair}. */
        public String type() {
            return ts_node_type(node).string();
        }

        /** The text that it stands for. */
        public String text() {
            int start = (int) ts_node_start_byte(node);
            return new String(text, start, (int) ts_node_end_byte(node) - start, StandardCharsets.UTF_8);
        }

        /** The line where it begins; the first is 1. */
        public long line() {
            return ts_node_start_point(node).row() + 1;
        }

        public boolean hasError() {
            return ts_node_has_error(node);
        }

        public Stream<Node> children() {
            return LongStream.range(0, ts_node_named_child_count(node))
                    .mapToObj(i -> new Node(ts_node_named_child(node, i)));
        }

        /** This node and all below it, from the top. */
        public Stream<Node> all() {
            return Stream.concat(Stream.of(this), children().flatMap(Node::all));
        }

        /** The tree below it, as the library writes it. */
        @Override
        public String toString() {
            BytePointer written = ts_node_string(node);
            try {
                return written.string();
            } finally {
                free(written);
            }
        }
    }
}
