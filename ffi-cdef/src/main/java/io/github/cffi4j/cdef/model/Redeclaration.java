package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.Primitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two declarations of one name agree, and which of them says more. Types agree if they are compatible as C11 has it
 * (6.2.7): whatever typedefs say, parameters without their names and qualifiers, an array of any length with one of none, lengths by their values.
 */
final class Redeclaration {
    private final Map<String, Declaration.Typedef> typedefs;
    private final ConstantNames names = new ConstantNames(this);
    /** Made when it is asked for: most cdefs declare nothing twice. */
    private ConstantValues constants;

    /**
     * @param typedefs the ones declared so far
     */
    Redeclaration(Map<String, Declaration.Typedef> typedefs) {
        this.typedefs = typedefs;
    }

    /** Notes a declaration that may give names in constant expressions their values. */
    void note(Declaration declaration) {
        names.note(declaration);
    }

    /** Evaluates constant expressions by all that was noted. */
    ConstantEvaluator evaluator(TypeFacts facts) {
        return new ConstantEvaluator(names, facts);
    }

    /** The values of constant expressions, by all that was noted. */
    ConstantValues constants() {
        if (constants == null) {
            constants = new ConstantValues(names);
        }
        return constants;
    }

    /** The one of two declarations that says more; nothing if they do not agree. */
    Optional<Declaration> merged(Declaration before, Declaration later) {
        boolean agree;
        if (before instanceof Declaration.Enumeration one && later instanceof Declaration.Enumeration other) {
            agree = onlyNamed(one) || onlyNamed(other) || constants().same(one, other);
        } else if (before instanceof Declaration.Macro one && later instanceof Declaration.Macro other) {
            agree = agree(one.value(), other.value());
        } else if (type(before).isPresent() && type(later).isPresent()) {
            agree = sameKind(before, later)
                    && compatible(type(before).get(), type(later).get());
        } else {
            agree = sameText(before, later);
        }
        return agree ? Optional.of(knowledge(later) > knowledge(before) ? later : before) : Optional.empty();
    }

    private static boolean sameText(Declaration one, Declaration other) {
        return one.span().onOneLine().equals(other.span().onOneLine());
    }

    /** {@code enum e;} */
    private static boolean onlyNamed(Declaration.Enumeration enumeration) {
        return enumeration.partial() && enumeration.enumerators().isEmpty();
    }

    private static Optional<CType> type(Declaration declaration) {
        if (declaration instanceof Declaration.Function function) {
            return Optional.of(function.type());
        } else if (declaration instanceof Declaration.Variable variable) {
            return Optional.of(variable.type());
        } else if (declaration instanceof Declaration.Constant constant) {
            return Optional.of(constant.type());
        } else if (declaration instanceof Declaration.Typedef typedef) {
            return Optional.of(typedef.type());
        }
        return Optional.empty();
    }

    private boolean sameKind(Declaration one, Declaration other) {
        if (one instanceof Declaration.Function mine && other instanceof Declaration.Function theirs) {
            return mine.linkage() == theirs.linkage()
                    && names(mine.attributes()).equals(names(theirs.attributes()));
        } else if (one instanceof Declaration.Constant mine && other instanceof Declaration.Constant theirs) {
            return mine.value().isEmpty() || theirs.value().isEmpty() || agree(mine.value(), theirs.value());
        }
        // typedef int F(int); F f; declares a function.
        return one.getClass().equals(other.getClass()) || plainFunction(one) && plainFunction(other);
    }

    private boolean agree(Optional<Expression> one, Optional<Expression> other) {
        return one.isPresent() && other.isPresent()
                ? constants().same(one.get(), other.get())
                : one.isEmpty() && other.isEmpty();
    }

    private boolean plainFunction(Declaration declaration) {
        return declaration instanceof Declaration.Function function
                ? function.linkage() == Declaration.Linkage.C
                        && function.attributes().isEmpty()
                : declaration instanceof Declaration.Variable variable
                        && meant(variable.type()) instanceof CType.Function;
    }

    private static List<String> names(List<Declaration.Attribute> attributes) {
        return attributes.stream().map(Declaration.Attribute::name).toList();
    }

    private boolean compatible(CType written, CType alsoWritten) {
        CType one = meant(written);
        CType other = meant(alsoWritten);
        if (one instanceof CType.Keyword mine && other instanceof CType.Keyword theirs) {
            return mine.primitive() == theirs.primitive() && mine.qualifiers().equals(theirs.qualifiers());
        } else if (one instanceof CType.Named mine && other instanceof CType.Named theirs) {
            return mine.name().equals(theirs.name()) && mine.qualifiers().equals(theirs.qualifiers());
        } else if (one instanceof CType.Tagged mine && other instanceof CType.Tagged theirs) {
            return mine.kind() == theirs.kind()
                    && mine.tag().equals(theirs.tag())
                    && mine.qualifiers().equals(theirs.qualifiers());
        } else if (one instanceof CType.Pointer mine && other instanceof CType.Pointer theirs) {
            return mine.qualifiers().equals(theirs.qualifiers()) && compatible(mine.target(), theirs.target());
        } else if (one instanceof CType.Array mine && other instanceof CType.Array theirs) {
            return compatible(mine.length(), theirs.length()) && compatible(mine.element(), theirs.element());
        } else if (one instanceof CType.Function mine && other instanceof CType.Function theirs) {
            return compatible(mine, theirs);
        } else if (one instanceof CType.Inferred mine && other instanceof CType.Inferred theirs) {
            return mine.kind() == theirs.kind();
        }
        return one instanceof CType.Unknown && other instanceof CType.Unknown;
    }

    private boolean compatible(CType.Function one, CType.Function other) {
        List<CType> mine = parameters(one);
        List<CType> theirs = parameters(other);
        boolean alike = one.variadic() == other.variadic()
                && convention(one) == convention(other)
                && mine.size() == theirs.size()
                && compatible(unqualified(one.result()), unqualified(other.result()));
        for (int i = 0; alike && i < mine.size(); i++) {
            alike = compatible(mine.get(i), theirs.get(i));
        }
        return alike;
    }

    /** What C makes of the types of parameters. */
    private List<CType> parameters(CType.Function function) {
        List<CType> types = function.parameters().stream()
                .map(parameter -> parameter(parameter.type()))
                .toList();
        boolean none = types.size() == 1
                && types.get(0) instanceof CType.Keyword keyword
                && keyword.primitive() == Primitive.VOID;
        return none ? List.of() : types;
    }

    private CType parameter(CType written) {
        CType type = meant(written);
        if (type instanceof CType.Array array) {
            return new CType.Pointer(array.element(), Set.of(), array.span());
        } else if (type instanceof CType.Function function) {
            return new CType.Pointer(function, Set.of(), function.span());
        }
        return unqualified(type);
    }

    private CType unqualified(CType written) {
        CType type = meant(written);
        if (type instanceof CType.Keyword keyword) {
            return new CType.Keyword(keyword.primitive(), Set.of(), keyword.span());
        } else if (type instanceof CType.Named named) {
            return new CType.Named(named.name(), Set.of(), named.span());
        } else if (type instanceof CType.Tagged tagged) {
            return new CType.Tagged(tagged.kind(), tagged.tag(), Set.of(), tagged.span());
        } else if (type instanceof CType.Pointer pointer) {
            return new CType.Pointer(pointer.target(), Set.of(), pointer.span());
        }
        return type;
    }

    private static CType.CallingConvention convention(CType.Function function) {
        return function.convention().orElse(CType.CallingConvention.CDECL);
    }

    private boolean compatible(ArrayLength one, ArrayLength other) {
        return one instanceof ArrayLength.Fixed mine && other instanceof ArrayLength.Fixed theirs
                ? constants().same(mine.expression(), theirs.expression())
                : !(one instanceof ArrayLength.FromCompiler) && !(other instanceof ArrayLength.FromCompiler)
                        || one.equals(other);
    }

    /** Returns a type with typedefs followed; one that the compiler completes has its name only. */
    CType meant(CType type) {
        CType found = type;
        while (found instanceof CType.Named named) {
            Declaration.Typedef typedef = typedefs.get(named.name());
            Optional<CType> next = typedef == null ? WindowsTypes.named(named.name()) : Optional.of(typedef.type());
            if (next.isEmpty() || next.get() instanceof CType.Unknown || next.get() instanceof CType.Inferred) {
                return named.name().equals("bool")
                        ? new CType.Keyword(Primitive.BOOL, named.qualifiers(), named.span())
                        : named;
            }
            found = CSpelling.qualified(next.get(), named.qualifiers());
        }
        return found;
    }

    /** How much a declaration says that one which agrees with it may leave out. */
    private int knowledge(Declaration declaration) {
        if (declaration instanceof Declaration.Function function) {
            return 1
                    + (int) function.type().parameters().stream()
                            .filter(parameter -> parameter.name().isPresent())
                            .count();
        } else if (declaration instanceof Declaration.Variable variable) {
            return meant(variable.type()) instanceof CType.Array array && array.length() instanceof ArrayLength.Open
                    ? 0
                    : 1;
        } else if (declaration instanceof Declaration.Constant constant) {
            return constant.value().isPresent() ? 1 : 0;
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            return onlyNamed(enumeration) ? 0 : 1;
        }
        return 0;
    }
}
