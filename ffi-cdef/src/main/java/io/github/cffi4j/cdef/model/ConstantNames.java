package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Declaration.EnumeratorValue;
import io.github.cffi4j.cdef.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a cdef gives to the names in its constant expressions: macros, constants and enumerators. */
final class ConstantNames {
    /** So many macros may stand for one another. */
    private static final int MAX_MACROS = 100;

    private final Map<String, Declaration> declared = new HashMap<>();
    private final Map<String, EnumeratorPlace> enumerators = new HashMap<>();
    private final Redeclaration meaning;

    /**
     * @param meaning follows typedefs
     */
    ConstantNames(Redeclaration meaning) {
        this.meaning = meaning;
    }

    /**
     * An enumerator, which may have its value from those before it.
     *
     * @param index of it in the enum
     */
    record EnumeratorPlace(Declaration.Enumeration enumeration, int index) {

        /** The value that it is counted from; {@code Next} if nobody gave one. */
        EnumeratorValue origin() {
            return enumeration.enumerators().get(index - steps()).value();
        }

        /** How far it is behind its origin. */
        int steps() {
            List<Declaration.Enumerator> all = enumeration.enumerators();
            int from = index;
            while (from > 0 && all.get(from).value() instanceof EnumeratorValue.Next) {
                from--;
            }
            return index - from;
        }
    }

    /** Notes a declaration that may give names their values. */
    void note(Declaration declaration) {
        if (declaration instanceof Declaration.Enumeration enumeration) {
            for (int i = 0; i < enumeration.enumerators().size(); i++) {
                enumerators.putIfAbsent(enumeration.enumerators().get(i).name(), new EnumeratorPlace(enumeration, i));
            }
        } else if (value(declaration).isPresent()) {
            declared.putIfAbsent(declaration.name(), declaration);
        }
    }

    /** The value of a macro or constant. */
    Optional<Expression> value(String name) {
        Declaration declaration = declared.get(name);
        return declaration == null ? Optional.empty() : value(declaration);
    }

    private static Optional<Expression> value(Declaration declaration) {
        return declaration instanceof Declaration.Macro macro
                ? macro.value()
                : declaration instanceof Declaration.Constant constant ? constant.value() : Optional.empty();
    }

    /** The type of a constant; a macro has none. */
    Optional<CType> type(String name) {
        return declared.get(name) instanceof Declaration.Constant constant
                ? Optional.of(constant.type())
                : Optional.empty();
    }

    /** Returns true for a macro such as {@code #define N 1 + 2}, of which {@code N * 2} takes a part only. */
    boolean splitByOperators(String name) {
        String macro = name;
        for (int i = 0; i < MAX_MACROS; i++) {
            if (!(declared.get(macro) instanceof Declaration.Macro found)) {
                return false;
            }
            Expression value = found.value().orElseThrow();
            if (!(value instanceof Expression.Name next)) {
                return !(value instanceof Expression.Literal) && !parenthesised(value);
            }
            macro = next.name();
        }
        return true;
    }

    /** The parentheses around an expression are no part of its span. */
    private static boolean parenthesised(Expression expression) {
        String text = expression.span().source().text();
        int before = expression.span().start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && text.charAt(before) == '(';
    }

    Optional<EnumeratorPlace> enumerator(String name) {
        return Optional.ofNullable(enumerators.get(name));
    }

    /** The type with typedefs followed. */
    CType meant(CType type) {
        return meaning.meant(type);
    }
}
