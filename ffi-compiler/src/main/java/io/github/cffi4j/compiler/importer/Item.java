package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a header declares, as a cdef says it on one platform.
 *
 * @param key tells it from all others
 * @param name for people
 * @param category what it counts as
 * @param content the declaration
 * @param comment the header's words about it; empty for none
 * @param file the header, for a heading; empty for what other headers declare
 */
record Item(String key, String name, Category category, Content content, String comment, String file) {

    /** The kind of an item in the report. */
    enum Category {
        FUNCTION("function"),
        VARIABLE("variable"),
        STRUCT("struct"),
        ENUM("enum"),
        TYPE("type"),
        CONSTANT("constant");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The declaration, as the cdef has it. */
    sealed interface Content {
        /** Lines that have to be the same on all platforms that share them. */
        record Plain(String text) implements Content {}

        /**
         * A function. Its text alone tells it from another one.
         *
         * @param names of its parameters
         * @param integers the integer types of its result and its parameters, as {@link Member} has them
         */
        record Function(String text, String name, CTypeText.Function type, List<String> names, List<String> integers)
                implements Content {
            public Function {
                names = List.copyOf(names);
                integers = List.copyOf(integers);
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Function function && function.text.equals(text);
            }

            @Override
            public int hashCode() {
                return text.hashCode();
            }
        }

        /** A typedef of an integer type; where platforms differ, their compilers tell it. */
        record IntegerTypedef(String text, String name) implements Content {}

        /**
         * A struct or union.
         *
         * @param head what stands before the brace, such as {@code typedef struct s}
         * @param partial whether others may follow its members
         * @param tail what stands behind the brace, such as {@code  s}
         */
        record Struct(String head, List<Member> members, boolean partial, String tail) implements Content {
            public Struct {
                members = List.copyOf(members);
            }

            /** Returns true if the last member is an array without a length: nothing can follow it. */
            boolean endsOpen() {
                return !members.isEmpty()
                        && members.get(members.size() - 1).text().endsWith("[];");
            }
        }

        /**
         * An enum.
         *
         * @param head what stands before the brace, such as {@code typedef enum e}
         * @param tail what stands behind it, such as {@code e}
         */
        record Enum(String head, List<Value> values, String tail) implements Content {
            public Enum {
                values = List.copyOf(values);
            }
        }
    }

    /** An enumerator; without a value if the compilers tell it. */
    record Value(String name, Optional<String> value, String comment) {}

    /**
     * A member of a struct or union.
     *
     * @param name empty for an anonymous struct or union
     * @param text the declaration, of several lines if it has members of its own
     * @param integer its type if that is an integer: {@code u8} for an unsigned one of 8 bytes; empty otherwise
     * @param platforms those that have it; empty for all that have the struct
     */
    record Member(String name, String text, String integer, String comment, Set<Platform> platforms) {
        Member {
            platforms = Set.copyOf(platforms);
        }
    }

    Item with(Content other) {
        return new Item(key, name, category, other, comment, file);
    }
}
