package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the cdef's terms what clang said of a claim. Only what fits the claim's own shape is a false claim; all else may have
 * other reasons, such as a macro of the headers, and is passed on in clang's words.
 */
final class ClaimExplainer {
    private static final Pattern ARITY = Pattern.compile("too (?:few|many) arguments to function call, (?:"
            + "expected (?:at least )?(?<expected>\\d+), have (?<have>\\d+)"
            + "|expected single argument '.*', have (?<instead>\\d+) arguments"
            + "|single argument '.*' was not specified)");
    /** A struct without a name has the name of a field that is one. */
    static final Pattern TYPE_OF_FIELD =
            Pattern.compile("(?:__typeof__|FFI_BITFIELD_TYPE)\\(\\(\\((.*) \\*\\)0\\)->(\\w+)\\)");

    private static final Pattern POINTER_FOR_ARRAY =
            Pattern.compile("requirement '.*__(?:is_array|builtin_types_compatible_p)\\(");
    private static final Pattern INCOMPLETE = Pattern.compile(".*incomplete type '(.*?)'.*");
    private static final Pattern PROTOTYPE_SCOPE = Pattern.compile("\\b(?:struct|union|enum) \\w+");
    private static final Pattern UNKNOWN_TYPE = Pattern.compile("unknown type name '(.*)'");
    private static final Pattern ASSERTED = Pattern.compile("static assertion failed due to requirement '(.*)': ffi");
    private static final Pattern EVALUATED = Pattern.compile("expression evaluates to '(.+?) == (.+?)'");
    private static final Pattern LITERALS = Pattern.compile("\\(?(-?\\w+|'.+')\\)? == \\(?(-?\\w+|'.+')\\)?");
    private static final Pattern PASSING = Pattern.compile(
            "(?:.* )?passing '(?<from>.*?)'(?: \\(aka '.*?'\\))? to parameter of (?:incompatible )?type '(?<to>.*?)'(?: \\(aka '(?<aka>.*?)'\\))?.*");
    static final Pattern RETURNING = Pattern.compile(
            "(?:.* )?returning '(?<from>.*?)'(?: \\(aka '(?<aka>.*?)'\\))? from a function with (?:incompatible )?result type '(?<to>.*?)'.*");
    private static final Pattern INITIALIZING = Pattern.compile(
            "(?:.* )?initializing '(?<to>.*?)'(?: \\(aka '.*?'\\))? with an expression of (?:incompatible )?type '(?<from>.*?)'(?: \\(aka '(?<aka>.*?)'\\))?.*");

    /** The fix for a missing name. Callers that know the cdef's files and the platforms give a more exact one. */
    static final String INCLUDE = "include its header in the preamble, or correct the name";
    /** The fix for a missing field. */
    static final String REMOVE_FIELD = "correct the name, or remove the field";

    private ClaimExplainer() {}

    /**
     * The error and its fix.
     *
     * @param fix empty where clang's words are passed on
     */
    record Explanation(String message, String fix) {
        /** Returns true if the cdef is wrong. */
        boolean explained() {
            return !fix.isEmpty();
        }
    }

    static Explanation explain(Claim claim, ClangMessage clang) {
        Claim told = new Claim(
                claim.kind(),
                TYPE_OF_FIELD.matcher(claim.chain()).replaceAll("$1.$2"),
                claim.subject(),
                claim.claimed(),
                claim.span());
        return explained(told, CppWording.inC(clang));
    }

    private static Explanation explained(Claim claim, ClangMessage clang) {
        return switch (claim.kind()) {
            case FUNCTION, PARAMETER -> function(claim, clang);
            case TYPE, INTEGER_TYPE, FLOATING_TYPE -> type(claim, clang);
            case TYPEDEF ->
                new Explanation(
                        Text.format("'%s' is another type in the headers than '%s'", claim.subject(), claim.claimed()),
                        "declare it as the headers do: with their tag, with none if they have none, with as many dimensions");
            case FIELD -> field(claim, clang);
            case FIELD_TYPE -> fieldType(claim, clang);
            case FIELD_OFFSET, SIZE, ALIGNMENT -> layout(claim, clang);
            case ARRAY_LENGTH -> arrayLength(claim, clang);
            case BITFIELD_WIDTH -> inClangsWords(claim.chain() + "::" + claim.subject(), clang);
            case CONSTANT, CONSTANT_VALUE, CONSTANT_RANGE, TYPED_CONSTANT, GLOBAL, GLOBAL_WRITABLE ->
                ValueExplainer.explain(claim, clang);
        };
    }

    /** A bitfield that is wider or narrower. */
    static Explanation width(Claim claim, ProbeReader.Width width) {
        return new Explanation(
                Text.format(
                        "field '%s' of '%s' has %s in the headers, %d here",
                        claim.subject(), claim.chain(), bits(width.actual()), width.claimed()),
                "declare it with the width the headers give it");
    }

    private static Explanation function(Claim claim, ClangMessage clang) {
        String name = claim.chain().substring(0, claim.chain().length() - "()".length());
        if (undeclared(clang, name)) {
            return missing(name);
        }
        Matcher unknown = UNKNOWN_TYPE.matcher(clang.text());
        if (unknown.matches() && named(claim, unknown.group(1))) {
            return undefined(unknown.group(1));
        }
        Optional<Explanation> arity = arity(name, clang);
        if (arity.isPresent()) {
            return arity.get();
        }
        if (clang.text().contains("is not a function or function pointer")) {
            return new Explanation("'" + name + "' is not a function in the headers", "declare it as what it is");
        }
        Matcher passing = PASSING.matcher(clang.text());
        if (claim.kind() == ClaimKind.PARAMETER && passing.matches()) {
            String actual = passing.group("to");
            // A typedef that the cdef gives another meaning is spelt out.
            boolean spelt = !actual.equals(claim.claimed());
            if (actual.equals(passing.group("from")) && passing.group("aka") == null) {
                return scopeOfPrototype(claim.subject(), name, actual);
            }
            return new Explanation(
                    Text.format(
                            "parameter '%s' of '%s' is '%s' in the headers, '%s' here",
                            claim.subject(),
                            name,
                            spelt ? actual : first(passing.group("aka"), actual),
                            spelt ? claim.claimed() : passing.group("from")),
                    declareAs(actual, spelt));
        }
        Matcher returning = RETURNING.matcher(clang.text());
        if (returning.matches()) {
            return new Explanation(
                    Text.format(
                            "'%s' returns '%s' in the headers, '%s' here",
                            name, returning.group("from"), returning.group("to")),
                    "declare it as '" + returning.group("from") + "'");
        }
        return inClangsWords("'" + name + "'", clang);
    }

    /** {@code int f(struct s *p);} where nothing declared {@code struct s} before: each such prototype has a struct of its own. */
    private static Explanation scopeOfPrototype(String parameter, String function, String type) {
        Matcher tagged = PROTOTYPE_SCOPE.matcher(type);
        String tag = tagged.find() ? tagged.group() : type;
        return new Explanation(
                Text.format(
                        "parameter '%s' of '%s' has a type of its own in the headers: they declare '%s' nowhere before"
                                + " that function",
                        parameter, function, tag),
                "write '" + tag + ";' in the preamble, before the '#include'");
    }

    private static Optional<Explanation> arity(String name, ClangMessage clang) {
        Matcher matcher = ARITY.matcher(clang.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String expected = first(matcher.group("expected"), "1");
        String have = first(matcher.group("have"), matcher.group("instead"), "0");
        return Optional.of(new Explanation(
                Text.format("'%s' takes %s in the headers, %s here", name, parameters(expected), have),
                "declare it as the headers do"));
    }

    private static String parameters(String count) {
        return count.equals("1") ? "1 parameter" : count + " parameters";
    }

    private static Explanation type(Claim claim, ClangMessage clang) {
        if (claim.kind() == ClaimKind.INTEGER_TYPE && isNoInteger(clang)) {
            return new Explanation(
                    "'" + claim.subject() + "' is not an integer of 1, 2, 4 or 8 bytes",
                    "declare it as what it is; 'typedef ... " + claim.subject() + ";' if nothing need be known of it");
        }
        if (claim.kind() == ClaimKind.FLOATING_TYPE && asserted(clang)) {
            return new Explanation(
                    "'" + claim.subject() + "' is neither a float nor a double", "declare it as what it is");
        }
        if (ASSERTED.matcher(clang.text()).matches() && clang.text().contains("__builtin_classify_type")) {
            return new Explanation(
                    "'" + claim.subject() + "' is neither a struct nor a union in the headers",
                    "declare it as what it is, such as 'typedef int " + claim.subject() + "[...];'");
        }
        if (clang.text().contains("with tag type that does not match")) {
            return new Explanation(
                    "'" + claim.chain() + "' is another kind of type in the headers",
                    "write 'struct', 'union' or 'enum' as they do");
        }
        if (undeclared(clang, claim.subject())) {
            return undefined(claim.subject());
        }
        Matcher incomplete = INCOMPLETE.matcher(clang.text());
        Matcher unknown = UNKNOWN_TYPE.matcher(clang.text());
        if (incomplete.matches()) {
            return undefined(incomplete.group(1).replaceFirst(" \\(aka .*", ""));
        }
        if (unknown.matches() && named(claim, unknown.group(1))) {
            return undefined(unknown.group(1));
        }
        return inClangsWords("'" + claim.subject() + "'", clang);
    }

    /** Returns true if the cdef itself has the name, so that the C around it does not. */
    private static boolean named(Claim claim, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(claim.span().source().text())
                .find();
    }

    static boolean asserted(ClangMessage clang) {
        return clang.text().startsWith("static assertion failed");
    }

    private static boolean isNoInteger(ClangMessage clang) {
        return asserted(clang)
                || clang.text().startsWith("invalid operands to binary expression")
                || clang.text().contains("where arithmetic or pointer type is required")
                || clang.text().startsWith("no matching conversion");
    }

    private static Explanation undefined(String type) {
        return new Explanation("'" + type + "' is not defined by the headers", INCLUDE);
    }

    private static Explanation field(Claim claim, ClangMessage clang) {
        if (clang.text().startsWith("no member named '" + claim.subject() + "'")) {
            return new Explanation(
                    Text.format("'%s' has no field '%s' in the headers", claim.chain(), claim.subject()), REMOVE_FIELD);
        }
        if (clang.text().endsWith("to bit-field")) {
            return new Explanation(
                    Text.format("field '%s' of '%s' is a bitfield in the headers", claim.subject(), claim.chain()),
                    "remove it and add '...;' as the last field");
        }
        return inClangsWords("field '" + claim.subject() + "' of '" + claim.chain() + "'", clang);
    }

    private static Explanation fieldType(Claim claim, ClangMessage clang) {
        String field = Text.format("field '%s' of '%s'", claim.subject(), claim.chain());
        Matcher initializing = INITIALIZING.matcher(clang.text());
        if (initializing.matches()) {
            String actual = pointee(initializing.group("from"));
            boolean spelt = !actual.equals(claim.claimed());
            return new Explanation(
                    field
                            + Text.format(
                                    " is '%s' in the headers, '%s' here",
                                    spelt ? actual : pointee(first(initializing.group("aka"), actual)),
                                    spelt ? claim.claimed() : pointee(initializing.group("to"))),
                    declareAs(actual, spelt));
        }
        Optional<String[]> values = values(clang);
        if (ASSERTED.matcher(clang.text()).matches() && clang.text().contains("-1 < 0")) {
            return new Explanation(
                    field + " has the other sign in the headers than '" + claim.claimed() + "' has",
                    "declare it "
                            + (claim.claimed().contains("unsigned")
                                            || claim.claimed().startsWith("u")
                                    ? "signed"
                                    : "unsigned"));
        }
        if (values.isPresent()) {
            return new Explanation(
                    field
                            + Text.format(
                                    " is %s in the headers, '%s' has %s here",
                                    bytes(values.get()[0]), claim.claimed(), values.get()[1]),
                    "declare it with an integer type of that size, or with a 'typedef int...'");
        }
        return clang.text().startsWith("invalid operands to binary expression")
                ? new Explanation(
                        field + " is not an integer in the headers, '" + claim.claimed() + "' here",
                        "declare it as what it is")
                : inClangsWords(field, clang);
    }

    private static Explanation arrayLength(Claim claim, ClangMessage clang) {
        if (clang.text().contains("incomplete type")) {
            return new Explanation(
                    "'" + claim.subject() + "' has no length in the headers", "write '[]' instead of '[...]'");
        }
        if (POINTER_FOR_ARRAY.matcher(clang.text()).find()) {
            return new Explanation(
                    "'" + claim.subject() + "' is a pointer in the headers, and an array here",
                    "write '*' instead of '[]' or '[...]'");
        }
        return values(clang)
                .map(pair -> new Explanation(
                        Text.format(
                                "'%s' has a dimension of %s in the headers, %s here",
                                claim.subject(), pair[0], pair[1]),
                        "write " + pair[0] + ", or '...' to let the compiler tell"))
                .orElseGet(() -> inClangsWords("'" + claim.subject() + "'", clang));
    }

    private static Explanation layout(Claim claim, ClangMessage clang) {
        Optional<String[]> values = values(clang);
        if (values.isEmpty()) {
            return inClangsWords("'" + claim.subject() + "' of '" + claim.chain() + "'", clang);
        }
        String actual = values.get()[0];
        String claimed = values.get()[1];
        String fix = "declare every field, in the order of the headers, or add '...;' as the last field";
        return switch (claim.kind()) {
            case FIELD_OFFSET ->
                new Explanation(
                        Text.format(
                                "field '%s' of '%s' is at offset %s in the headers, %s here",
                                claim.subject(), claim.chain(), actual, claimed),
                        fix);
            case SIZE ->
                new Explanation(
                        Text.format("'%s' is %s in the headers, %s here", claim.chain(), bytes(actual), claimed), fix);
            default ->
                new Explanation(
                        Text.format(
                                "'%s' is aligned to %s in the headers, %s here", claim.chain(), bytes(actual), claimed),
                        fix);
        };
    }

    private static String declareAs(String actual, boolean spelt) {
        return spelt ? "declare it as '" + actual + "'" : "declare '" + actual + "' as the headers do";
    }

    static Explanation missing(String name) {
        return new Explanation("'" + name + "' is not declared by the headers", INCLUDE);
    }

    static Explanation inClangsWords(String subject, ClangMessage clang) {
        return new Explanation(subject + ": the C compiler says: " + clang.text(), "");
    }

    /** The last two are C's of 1989. */
    static boolean undeclared(ClangMessage clang, String name) {
        return (clang.text().contains("undeclared")
                        || clang.text().contains("unknown type name")
                        || clang.text().startsWith("implicit declaration of function")
                        || clang.text().startsWith("implicitly declaring library function"))
                && clang.text().contains("'" + name.substring(name.lastIndexOf(' ') + 1) + "'");
    }

    /** The two sides of a comparison that did not hold: the compiler's and the cdef's. */
    static Optional<String[]> values(ClangMessage clang) {
        List<String> notes = clang.notes().stream().map(ClangMessage.Note::text).toList();
        for (String note : notes) {
            Matcher matcher = EVALUATED.matcher(note);
            if (matcher.matches()) {
                return Optional.of(new String[] {matcher.group(1), matcher.group(2)});
            }
        }
        Matcher asserted = ASSERTED.matcher(clang.text());
        if (asserted.matches()) {
            Matcher literals = LITERALS.matcher(asserted.group(1));
            if (literals.matches()) {
                return Optional.of(new String[] {number(literals.group(1)), number(literals.group(2))});
            }
        }
        return Optional.empty();
    }

    /** Without the suffix that clang writes: {@code LL} on one platform is {@code L} on another. */
    private static String number(String literal) {
        return literal.startsWith("'") ? literal : literal.replaceFirst("[uUlL]+$", "");
    }

    private static String bits(int count) {
        return count == 1 ? "1 bit" : count + " bits";
    }

    private static String bytes(String count) {
        return count.equals("1") ? "1 byte" : count + " bytes";
    }

    /** {@code int *} points to {@code int}, {@code int (*)[3]} to {@code int [3]}, {@code int (**)(void)} to a function pointer. */
    static String pointee(String type) {
        if (type.contains("(*")) {
            return type.replaceFirst("\\(\\*\\)|(?<=\\()\\*", "");
        }
        return type.endsWith("*") ? type.substring(0, type.length() - 1).strip() : type;
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("none given");
    }
}
