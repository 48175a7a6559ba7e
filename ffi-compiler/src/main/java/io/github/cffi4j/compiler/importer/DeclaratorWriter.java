package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CTypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes declarations as C does: the name in the middle of its type. */
final class DeclaratorWriter {
    private final Function<CTypeText.Unnamed, String> bodies;

    /**
     * @param bodies the text of a struct, union or enum without a tag
     */
    DeclaratorWriter(Function<CTypeText.Unnamed, String> bodies) {
        this.bodies = bodies;
    }

    /** A declaration of a name; of the type alone if the name is empty. */
    String declare(CTypeText type, String name) {
        if (type instanceof CTypeText.Pointer pointer) {
            String own = pointer.qualifiers().isEmpty()
                    ? name
                    : pointer.qualifiers() + (name.isEmpty() || name.startsWith("*") ? "" : " ") + name;
            CTypeText target = unqualified(pointer.target());
            if (target instanceof CTypeText.Function function) {
                String convention = function.convention().isEmpty() ? "" : function.convention() + " ";
                return declare(pointer.target(), "(" + convention + "*" + own + ")");
            }
            return declare(pointer.target(), target instanceof CTypeText.Array ? "(*" + own + ")" : "*" + own);
        } else if (type instanceof CTypeText.Array array) {
            return declare(array.element(), name + "[" + array.length() + "]");
        } else if (type instanceof CTypeText.Function function) {
            return function(function, name, List.of());
        } else if (type instanceof CTypeText.Qualified qualified
                && (qualified.type() instanceof CTypeText.Array || qualified.type() instanceof CTypeText.Function)) {
            return declare(qualified.type(), name);
        }
        return base(type) + (name.isEmpty() ? "" : " " + name);
    }

    private static CTypeText unqualified(CTypeText type) {
        return type instanceof CTypeText.Qualified qualified ? qualified.type() : type;
    }

    /** A function with the names of its parameters, as far as there are any. */
    String function(CTypeText.Function function, String name, List<String> names) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            parameters.add(declare(function.parameters().get(i), i < names.size() ? names.get(i) : ""));
        }
        if (function.variadic()) {
            parameters.add("...");
        }
        return declare(
                function.result(), name + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")");
    }

    private String base(CTypeText type) {
        if (type instanceof CTypeText.Qualified qualified) {
            return qualified.qualifiers() + " " + base(qualified.type());
        } else if (type instanceof CTypeText.Basic basic) {
            // As people write it: clang prints the other word first.
            return basic.words().startsWith("_Complex ")
                    ? basic.words().substring("_Complex ".length()) + " _Complex"
                    : basic.words();
        } else if (type instanceof CTypeText.Named named) {
            return named.name();
        } else if (type instanceof CTypeText.Tagged tagged) {
            return tagged.kind() + " " + tagged.tag();
        } else if (type instanceof CTypeText.Unnamed unnamed) {
            return bodies.apply(unnamed);
        }
        throw new IllegalArgumentException("no base type: " + type);
    }
}
