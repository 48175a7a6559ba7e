package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.ResolvedTypedef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags that a cdef gives to typedefs: {@code typedef struct map_tag map}. If the headers have another one, or none, each
 * use of the typedef is refused, and the cause is the one line.
 */
final class TypedefTags {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern MEANING = Pattern.compile(" \\(aka '[^']*'\\)");

    private final List<TaggedTypedef> typedefs;

    /** A typedef; the patterns find its name, and the tag that the cdef gives it, in what clang says. */
    private record TaggedTypedef(Pattern name, Pattern tag, String referenced, Claim claim) {

        static TaggedTypedef of(ResolvedTypedef typedef, CType.Tagged tagged) {
            String keyword = tagged.kind().keyword();
            String name = typedef.cName();
            String claimed = keyword + " " + tagged.tag();
            // C++ does without the keyword, unless that would be the typedef.
            String optional = tagged.tag().equals(name) ? "" : "?";
            return new TaggedTypedef(
                    word("(?<!(?:struct|union|enum) )", name),
                    word("(?:" + keyword + " )" + optional, tagged.tag()),
                    "typedef '" + name + "' cannot be referenced",
                    new Claim(ClaimKind.TYPEDEF, "typedef " + name, name, claimed, typedef.nameSpan()));
        }

        private static Pattern word(String before, String word) {
            return Pattern.compile("(?<![\\w$])" + before + Pattern.quote(word) + "(?![\\w$])");
        }

        /** Returns true if one type that clang names has the cdef's tag, and another is the typedef with another tag. */
        boolean blamed(String text) {
            List<String> types = types(MEANING.matcher(text).replaceAll(""));
            boolean ours = types.stream().anyMatch(type -> tag.matcher(type).find());
            boolean theirs = types.stream()
                    .anyMatch(type ->
                            name.matcher(type).find() && !tag.matcher(type).find());
            boolean same = MEANING.matcher(text).results().anyMatch(meaning -> tag.matcher(meaning.group())
                    .find());
            return ours && theirs && !same || text.contains(referenced);
        }
    }

    private TypedefTags(List<TaggedTypedef> typedefs) {
        this.typedefs = typedefs;
    }

    static TypedefTags of(Stream<ResolvedTypedef> typedefs) {
        return new TypedefTags(typedefs.flatMap(
                        typedef -> tagged(typedef.declared()).map(tagged -> TaggedTypedef.of(typedef, tagged)).stream())
                .toList());
    }

    private static Optional<CType.Tagged> tagged(CType type) {
        CType core = type;
        while (core instanceof CType.Pointer pointer) {
            core = pointer.target();
        }
        return core instanceof CType.Tagged tagged && !tagged.anonymous() ? Optional.of(tagged) : Optional.empty();
    }

    /** The claim of a typedef that an error comes from. */
    Optional<Claim> cause(ClangMessage error) {
        String text = CppWording.inC(error).text();
        return typedefs.stream()
                .filter(typedef -> typedef.blamed(text))
                .map(TaggedTypedef::claim)
                .findFirst();
    }

    /** Returns true if an error, or what was asked, is about a tag that the headers do not have. */
    static boolean follows(Claim claim, ClangMessage error, List<Claim> causes) {
        return causes.stream()
                .map(Claim::claimed)
                .anyMatch(tag -> claim.chain().equals(tag)
                        || types(error.text()).stream().anyMatch(type -> type.startsWith(tag)));
    }

    private static List<String> types(String text) {
        return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
