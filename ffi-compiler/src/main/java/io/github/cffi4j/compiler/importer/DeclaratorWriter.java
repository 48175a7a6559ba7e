package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CTypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes declarations as C does: the name in the middle of its type. */
final class DeclaratorWriter {
    /** The declarator of a function or of a pointer to one, around its name. */
    private static final Pattern OWNER = Pattern.compile(
            "\\(?(?:__stdcall )?[* ]*(?:(?:const|volatile|restrict) )*([\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\[\\d*])*\\)?");

    private final Function<CTypeText.Unnamed, String> bodies;

    /**
     * @param bodies the text of a struct, union or enum without a tag
     */
    DeclaratorWriter(Function<CTypeText.Unnamed, String> bodies) {
        this.bodies = bodies;
    }

    /** A declaration of a name; of the type alone if the name is empty. */
    String declare(CTypeText type, String name) {
        return declare(type, name, Map.of());
    }

    /**
     * A declaration of a name.
     *
     * @param inner the names of the parameters of function pointers, by the names of these
     */
    String declare(CTypeText type, String name, Map<String, List<String>> inner) {
        if (type instanceof CTypeText.Pointer pointer) {
            String own =
                    pointer.qualifiers().isEmpty() ? name : pointer.qualifiers() + (name.isEmpty() ? "" : " ") + name;
            CTypeText target = unqualified(pointer.target());
            if (target instanceof CTypeText.Function function) {
                String convention = function.convention().isEmpty() ? "" : function.convention() + " ";
                return declare(pointer.target(), "(" + convention + "*" + own + ")", inner);
            }
            return declare(pointer.target(), target instanceof CTypeText.Array ? "(*" + own + ")" : "*" + own, inner);
        } else if (type instanceof CTypeText.Array array) {
            return declare(array.element(), name + "[" + array.length() + "]", inner);
        } else if (type instanceof CTypeText.Function function) {
            Matcher owner = OWNER.matcher(name);
            List<String> names = owner.matches() ? inner.getOrDefault(owner.group(1), List.of()) : List.of();
            return function(
                    function, name, names.size() == function.parameters().size() ? names : List.of(), inner);
        } else if (type instanceof CTypeText.Qualified qualified
                && (qualified.type() instanceof CTypeText.Array || qualified.type() instanceof CTypeText.Function)) {
            return declare(qualified.type(), name, inner);
        }
        return base(type) + (name.isEmpty() ? "" : " " + name);
    }

    private static CTypeText unqualified(CTypeText type) {
        return type instanceof CTypeText.Qualified qualified ? qualified.type() : type;
    }

    /** A function with the names of its parameters, as far as there are any. */
    String function(CTypeText.Function function, String name, List<String> names) {
        return function(function, name, names, Map.of());
    }

    /**
     * A function with the names of its parameters.
     *
     * @param inner the names of the parameters of function pointers, by the names of these
     */
    String function(CTypeText.Function function, String name, List<String> names, Map<String, List<String>> inner) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            parameters.add(declare(function.parameters().get(i), i < names.size() ? names.get(i) : "", inner));
        }
        if (function.variadic()) {
            parameters.add("...");
        }
        return declare(
                function.result(),
                name + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")",
                inner);
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
