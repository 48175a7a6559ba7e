package org.example.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntaxTreeTest {
    private static final String JSON = """
            {
              "Gipfel": "Zugspitze",
              "Höhe": [2962, "Meter"]
            }
            """;

    @Test
    void aTreeIsWalked() {
        try (SyntaxTree tree = SyntaxTree.ofJson(JSON)) {
            assertThat(tree.root()
                            .all()
                            .filter(node -> node.type().equals("pair"))
                            .map(SyntaxTree.Node::text))
                    .containsExactly("\"Gipfel\": \"Zugspitze\"", "\"Höhe\": [2962, \"Meter\"]");
            assertThat(tree.root()
                            .all()
                            .filter(node -> node.type().equals("number"))
                            .map(SyntaxTree.Node::line))
                    .containsExactly(3L);
            assertThat(tree.root().hasError()).isFalse();
        }
    }

    @Test
    void aTreeIsWritten() {
        try (SyntaxTree tree = SyntaxTree.ofJson("[1, true]")) {
            assertThat(tree.root()).hasToString("(document (array (number) (true)))");
        }
    }

    @Test
    void aTextWithErrorsHasATree() {
        try (SyntaxTree tree = SyntaxTree.ofJson("[1, ")) {
            assertThat(tree.root().hasError()).isTrue();
            assertThat(tree.root().all().map(SyntaxTree.Node::type)).contains("number");
        }
    }
}
