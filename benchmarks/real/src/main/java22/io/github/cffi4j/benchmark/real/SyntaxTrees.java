package io.github.cffi4j.benchmark.real;

import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.example.treesitter.SyntaxTree;

/** tree-sitter beside jtreesitter, which calls it by java.lang.foreign: the same sources, compiled by the same compiler. */
public final class SyntaxTrees implements Supplier<List<Comparison>> {
    private static final int[] SIZES = {1 << 10, 1 << 16, 1 << 20};

    @Override
    public List<Comparison> get() {
        Language json = Language.load(
                SymbolLookup.libraryLookup(System.mapLibraryName("tree-sitter"), Arena.global()), "tree_sitter_json");
        List<Comparison> comparisons = new ArrayList<>();
        for (int size : SIZES) {
            String text = Texts.json(size);
            Comparison.same("names of nodes", ours(text), peers(json, text));
            comparisons.add(new Comparison(
                    "tree-sitter", "parse", size, () -> SyntaxTree.ofJson(text).close(), () -> parse(json, text)
                            .close()));
            comparisons.add(
                    new Comparison("tree-sitter", "parse and visit", size, () -> ours(text), () -> peers(json, text)));
        }
        return comparisons;
    }

    private static List<String> ours(String text) {
        List<String> names = new ArrayList<>();
        try (SyntaxTree tree = SyntaxTree.ofJson(text)) {
            visit(tree.root(), names);
        }
        return names;
    }

    private static void visit(SyntaxTree.Node node, List<String> names) {
        names.add(node.type());
        node.children().forEach(child -> visit(child, names));
    }

    private static Tree parse(Language language, String text) {
        try (Parser parser = new Parser(language)) {
            return parser.parse(text).orElseThrow();
        }
    }

    private static List<String> peers(Language language, String text) {
        List<String> names = new ArrayList<>();
        try (Tree tree = parse(language, text)) {
            visit(tree.getRootNode(), names);
        }
        return names;
    }

    private static void visit(Node node, List<String> names) {
        names.add(node.getType());
        node.getNamedChildren().forEach(child -> visit(child, names));
    }
}
