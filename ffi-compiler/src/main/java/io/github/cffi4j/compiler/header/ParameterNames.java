package io.github.cffi4j.compiler.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names of parameters in the text of a declaration. The compiler prints the types of function pointers without them.
 * It finds only names: if the text is odd, there are none.
 */
public final class ParameterNames {
    private static final Pattern IGNORED =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|(?m:^\\s*#.*$)");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+|\\d\\w*+|\\.\\.\\.|\\S");
    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "restrict", "__restrict", "register");
    private static final Set<String> TAGS = Set.of("struct", "union", "enum");
    private static final Set<String> WORDS = Set.of(
            "void",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "signed",
            "unsigned",
            "_Bool",
            "bool",
            "_Complex",
            "__attribute__",
            "_Nonnull",
            "_Nullable",
            "wchar_t",
            "size_t");

    /** Longer declarations are structs with members of their own. */
    private static final int MAX_TOKENS = 2000;

    private final List<String> tokens = new ArrayList<>();
    private final Predicate<String> isType;
    private final Map<String, List<String>> found = new HashMap<>();

    private ParameterNames(Predicate<String> isType) {
        this.isType = isType;
    }

    /**
     * The names, by the name of what takes the parameters; an empty one for a parameter without a name.
     *
     * @param isType says which names are types, so that no parameter has them
     */
    public static Map<String, List<String>> in(String text, Predicate<String> isType) {
        ParameterNames names = new ParameterNames(isType);
        Matcher token = TOKEN.matcher(IGNORED.matcher(text).replaceAll(" "));
        while (token.find() && names.tokens.size() < MAX_TOKENS) {
            names.tokens.add(token.group());
        }
        names.scan();
        return names.found;
    }

    /** A list of parameters opens behind a name, or behind {@code (*name)}. */
    private void scan() {
        for (int i = 1; i < tokens.size(); i++) {
            if (!tokens.get(i).equals("(")) {
                continue;
            }
            String owner = tokens.get(i - 1);
            if (owner.equals(")")) {
                owner = nameInGroup(i - 1);
            }
            if (isName(owner)) {
                List<String> names = list(i);
                Set<String> different = new HashSet<>();
                if (names.stream().allMatch(name -> name.isEmpty() || different.add(name))) {
                    found.putIfAbsent(owner, names);
                }
            }
        }
    }

    /** The name in {@code (*name)} and {@code (*name[3])}, of which the last token is given; empty for anything else. */
    private String nameInGroup(int last) {
        int at = last - 1;
        if (at > 0 && tokens.get(at).equals("]")) {
            while (at > 0 && !tokens.get(at).equals("[")) {
                at--;
            }
            at--;
        }
        String name = at > 0 ? tokens.get(at) : "";
        int before = at - 1;
        while (before > 0 && QUALIFIERS.contains(tokens.get(before))) {
            before--;
        }
        return before > 0 && tokens.get(before).equals("*") ? name : "";
    }

    private List<String> list(int open) {
        List<String> names = new ArrayList<>();
        List<String> parameter = new ArrayList<>();
        int depth = 1;
        for (int i = open + 1; i < tokens.size() && depth > 0; i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && token.equals(",")) {
                if (!parameter.equals(List.of("...")) && !parameter.equals(List.of("void")) && !parameter.isEmpty()) {
                    names.add(name(parameter));
                }
                parameter = new ArrayList<>();
            } else {
                parameter.add(token);
            }
        }
        return names;
    }

    /** The name of one parameter, from its tokens. */
    private String name(List<String> parameter) {
        int star = parameter.indexOf("(");
        if (star >= 0) {
            int end = parameter.indexOf(")");
            return star + 1 < end && parameter.get(star + 1).equals("*") ? plain(parameter.subList(star, end)) : "";
        }
        int bracket = parameter.indexOf("[");
        return plain(bracket < 0 ? parameter : parameter.subList(0, bracket));
    }

    private String plain(List<String> tokens) {
        String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
        if (tokens.size() < 2 || !isName(last) || TAGS.contains(tokens.get(tokens.size() - 2))) {
            return "";
        }
        boolean typed = tokens.subList(0, tokens.size() - 1).stream().anyMatch(token -> !QUALIFIERS.contains(token));
        return typed ? last : "";
    }

    private boolean isName(String token) {
        return !token.isEmpty()
                && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_')
                && !WORDS.contains(token)
                && !QUALIFIERS.contains(token)
                && !TAGS.contains(token)
                && !isType.test(token);
    }
}
