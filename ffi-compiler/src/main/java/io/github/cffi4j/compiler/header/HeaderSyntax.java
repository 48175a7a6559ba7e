package io.github.cffi4j.compiler.header;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the syntax tree that clang prints as JSON, from its beginning to its end: megabytes for a small header, hundreds for
 * a large one, so only what a cdef may need of it is kept.
 *
 * <p>clang gives a line only where it differs from the last one that it gave, so nothing can be skipped unseen.
 */
public final class HeaderSyntax {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Deeper than any type, and than the expressions that clang prints around a value. */
    private static final int MAX_DEPTH = 300;

    private static final Pattern UNNAMED = Pattern.compile("\\((?:unnamed|anonymous)[^()]*? at [^\\n]*?:\\d+:\\d+\\)");
    private static final Set<String> TOP = Set.of("TranslationUnitDecl", "LinkageSpecDecl");
    private static final Set<String> DECLARATIONS = Set.of(
            "FunctionDecl", "RecordDecl", "CXXRecordDecl", "EnumDecl", "EnumConstantDecl", "FieldDecl", "TypedefDecl");

    private final JsonParser json;
    private final PreprocessedLines places;
    private final SourceLanguage language;
    private final Predicate<String> wanted;
    private final List<CDeclaration> declarations = new ArrayList<>();
    private CDeclaration lastType;
    private int line;
    private int cxx;
    private int depth;

    private HeaderSyntax(JsonParser json, PreprocessedLines places, SourceLanguage language, Predicate<String> wanted) {
        this.json = json;
        this.places = places;
        this.language = language;
        this.wanted = wanted;
    }

    /**
     * What a header declares, in its order.
     *
     * @param skippedCxx how many declarations only C++ knows
     */
    public record Tree(List<CDeclaration> declarations, int skippedCxx) {
        public Tree {
            declarations = List.copyOf(declarations);
        }
    }

    /**
     * Reads a tree.
     *
     * @param places those of the lines of the preprocessed text that was read
     * @param language in C++, functions count only inside {@code extern "C"}
     * @param wanted the files whose functions and variables are wanted; types are kept from all files, because functions may
     *     need them
     * @throws IOException if it is none
     */
    static Tree read(InputStream in, PreprocessedLines places, SourceLanguage language, Predicate<String> wanted)
            throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            HeaderSyntax reader = new HeaderSyntax(json, places, language, wanted);
            if (json.nextToken() == JsonToken.START_OBJECT) {
                reader.node();
            }
            return new Tree(reader.declarations, reader.cxx);
        }
    }

    /** Reads the variables and functions that clang printed with a filter: one tree after the other. */
    static List<CDeclaration> filtered(InputStream in) throws IOException {
        List<CDeclaration> found = new ArrayList<>();
        try (FilteredTrees trees = new FilteredTrees(in);
                JsonParser json = JSON.createParser(trees)) {
            HeaderSyntax reader = new HeaderSyntax(json, new PreprocessedLines(), SourceLanguage.C, file -> true);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Node node = reader.node();
                if (node.kind.equals("VarDecl")) {
                    found.add(reader.variable(node));
                } else if (node.kind.equals("FunctionDecl")) {
                    found.add(reader.function(node));
                }
            }
        }
        return found;
    }

    /** The facts about a node, most of which come before its children. */
    private static final class Node {
        String id = "";
        String kind = "";
        String name = "";
        String type = "";
        String plainType = "";
        String tag = "";
        String storage = "";
        String value = "";
        String owned;
        String language = "";
        String file = "";
        int line;
        int firstLine;
        int lastLine;
        boolean implicit;
        boolean complete;
        boolean bitfield;
        boolean deprecated;
        boolean odd;
        final List<CDeclaration.Parameter> parameters = new ArrayList<>();
        final List<CDeclaration.Member> members = new ArrayList<>();
        final List<CDeclaration.Enumerator> enumerators = new ArrayList<>();

        Place place() {
            int first = firstLine == 0 ? line : firstLine;
            return new Place(file, first, Math.max(first, Math.max(lastLine, line)));
        }
    }

    /** Reads a node, whose object has begun. */
    private Node node() throws IOException {
        Node node = new Node();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            switch (field) {
                case "id" -> node.id = json.getText();
                case "kind" -> node.kind = json.getText();
                case "name" -> node.name = json.getText();
                case "tagUsed" -> node.tag = json.getText();
                case "storageClass" -> node.storage = json.getText();
                case "value" -> node.value = token == JsonToken.VALUE_STRING ? json.getText() : "";
                case "isImplicit" -> node.implicit = true;
                case "completeDefinition" -> node.complete = true;
                case "isBitfield" -> node.bitfield = true;
                case "loc" -> location(node);
                case "range" -> range(node);
                case "type" -> type(node);
                case "ownedTagDecl" -> node.owned = owned();
                case "inner" -> children(node);
                case "language" -> node.language = json.getText();
                default -> skip();
            }
        }
        return node;
    }

    private void children(Node node) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            skip();
            return;
        }
        boolean top = TOP.contains(node.kind);
        boolean descend = top || descends(node);
        depth++;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT || !descend) {
                skip();
            } else if (top) {
                top(node, node());
            } else {
                inside(node, node());
            }
        }
        depth--;
    }

    /** Statements and initial values say nothing that a cdef can have, but may be thousands deep. */
    private boolean descends(Node node) {
        return DECLARATIONS.contains(node.kind)
                || depth < MAX_DEPTH
                        && (node.kind.endsWith("Type") || node.kind.endsWith("Expr") && node.value.isEmpty());
    }

    private void top(Node holder, Node node) {
        if (node.implicit) {
            return;
        }
        boolean known = language == SourceLanguage.C || holder.language.equals("C");
        switch (node.kind) {
            case "FunctionDecl", "VarDecl" -> {
                if (!wanted.test(node.file)) {
                    return;
                } else if (!known) {
                    cxx++;
                } else {
                    declarations.add(node.kind.equals("VarDecl") ? variable(node) : function(node));
                }
            }
            case "TypedefDecl" ->
                declarations.add(new CDeclaration.Typedef(
                        node.name,
                        numbered(node.type, node.owned == null ? lastUnnamed() : node.owned),
                        node.plainType,
                        Optional.ofNullable(node.owned),
                        node.place()));
            case "RecordDecl", "CXXRecordDecl" -> {
                if (!node.tag.equals("class")) {
                    declare(composite(node));
                }
            }
            case "EnumDecl" -> declare(enumeration(node));
            case "LinkageSpecDecl", "EmptyDecl", "StaticAssertDecl", "FileScopeAsmDecl" -> {}
            default -> {
                if (wanted.test(node.file)) {
                    cxx++;
                }
            }
        }
    }

    private void declare(CDeclaration type) {
        declarations.add(type);
        lastType = type;
    }

    /** Takes from a child what its holder needs of it. */
    private void inside(Node holder, Node child) {
        if (child.owned != null && holder.owned == null) {
            holder.owned = child.owned;
        }
        if (holder.value.isEmpty() && !child.value.isEmpty() && !child.kind.endsWith("Literal")) {
            holder.value = child.value;
        }
        switch (child.kind) {
            case "ParmVarDecl" -> holder.parameters.add(new CDeclaration.Parameter(child.name, child.type));
            case "DeprecatedAttr", "UnavailableAttr" -> holder.deprecated = true;
            case "PackedAttr", "AlignedAttr", "MaxFieldAlignmentAttr" -> holder.odd = true;
            case "FieldDecl" -> {
                holder.odd |= child.odd;
                holder.members.add(new CDeclaration.Field(
                        child.name,
                        numbered(child.type, lastUnnamed(holder)),
                        child.bitfield ? child.value : "",
                        child.place()));
            }
            case "RecordDecl" -> holder.members.add(new CDeclaration.Nested(composite(child)));
            case "CXXRecordDecl" -> {
                if (!child.implicit) {
                    holder.members.add(new CDeclaration.Nested(composite(child)));
                }
            }
            case "EnumDecl" -> holder.members.add(new CDeclaration.Nested(enumeration(child)));
            case "EnumConstantDecl" ->
                holder.enumerators.add(new CDeclaration.Enumerator(child.name, child.value, child.place()));
            default -> {}
        }
    }

    private CDeclaration function(Node node) {
        return new CDeclaration.Function(
                node.name,
                node.type,
                node.plainType,
                node.parameters,
                node.storage.equals("static"),
                node.deprecated,
                node.place());
    }

    private CDeclaration.Variable variable(Node node) {
        return new CDeclaration.Variable(
                node.name, numbered(node.type, lastUnnamed()), node.storage.equals("static"), node.place());
    }

    /**
     * A type without a name is known by its place, which all those that one macro declares share; so its number is put in the
     * place of it.
     */
    private static String numbered(String type, String id) {
        return id.isEmpty() || type.indexOf('(') < 0
                ? type
                : UNNAMED.matcher(type).replaceAll("(unnamed at " + id + ":0:0)");
    }

    private static String lastUnnamed(Node holder) {
        for (int i = holder.members.size() - 1; i >= 0; i--) {
            if (holder.members.get(i) instanceof CDeclaration.Nested nested
                    && nested.type().name().isEmpty()) {
                return id(nested.type());
            }
        }
        return "";
    }

    /** The number of the last type that was declared, if it has no name. */
    private String lastUnnamed() {
        return lastType == null || !lastType.name().isEmpty() ? "" : id(lastType);
    }

    private static String id(CDeclaration type) {
        return type instanceof CDeclaration.Composite composite
                ? composite.id()
                : ((CDeclaration.Enumeration) type).id();
    }

    private CDeclaration composite(Node node) {
        return new CDeclaration.Composite(
                node.id, node.tag, node.name, node.complete, node.odd, node.members, node.place());
    }

    private CDeclaration enumeration(Node node) {
        return new CDeclaration.Enumeration(
                node.id, node.name, !node.enumerators.isEmpty(), node.enumerators, node.place());
    }

    private void type(Node node) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            skip();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("qualType")) {
                node.type = json.getText();
            } else if (field.equals("desugaredQualType")) {
                node.plainType = json.getText();
            } else {
                skip();
            }
        }
        if (node.plainType.isEmpty()) {
            node.plainType = node.type;
        }
    }

    private String owned() throws IOException {
        String id = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("id")) {
                id = json.getText();
            } else {
                skip();
            }
        }
        return id;
    }

    /** The place of the name: of the expansion, where a macro has written it. */
    private void location(Node node) throws IOException {
        point();
        node.file = places.file(line);
        node.line = places.line(line);
    }

    private void range(Node node) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            point();
            if (field.equals("begin")) {
                node.firstLine = places.file(line).equals(node.file) ? places.line(line) : 0;
            } else {
                node.lastLine = places.file(line).equals(node.file) ? places.line(line) : 0;
            }
        }
    }

    /** Reads a place, which may be given as two: where a macro spells it, and where it is expanded. */
    private void point() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "line" -> line = json.getIntValue();
                case "spellingLoc", "expansionLoc" -> point();
                default -> json.skipChildren();
            }
        }
    }

    /** Skips a value, but sees the places in it. */
    private void skip() throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            skipObject();
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                skip();
            }
        }
    }

    private void skipObject() throws IOException {
        int open = 1;
        while (open > 0) {
            switch (json.nextToken()) {
                case START_OBJECT, START_ARRAY -> open++;
                case END_OBJECT, END_ARRAY -> open--;
                case FIELD_NAME -> {
                    String field = json.currentName();
                    if (field.equals("includedFrom")) {
                        json.nextToken();
                        json.skipChildren();
                    } else if (field.equals("line")) {
                        json.nextToken();
                        line = json.getIntValue();
                    }
                }
                default -> {}
            }
        }
    }
}
