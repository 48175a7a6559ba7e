package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes declarations in a compact form, types from left to right, so that expectations in tests read well. */
final class CdefPrinter {

    private CdefPrinter() {}

    static String print(ParsedCdef cdef) {
        return cdef.declarations().stream().map(CdefPrinter::print).collect(Collectors.joining("\n"));
    }

    static String print(Declaration declaration) {
        if (declaration instanceof Declaration.Macro macro) {
            return "macro " + macro.name()
                    + macro.value().map(CdefPrinter::assigned).orElse(" = ...");
        }
        if (declaration instanceof Declaration.Constant constant) {
            return "constant " + constant.name() + ": " + print(constant.type())
                    + constant.value().map(CdefPrinter::assigned).orElse("");
        }
        if (declaration instanceof Declaration.Variable variable) {
            return "variable " + variable.name() + ": " + print(variable.type());
        }
        if (declaration instanceof Declaration.Function function) {
            return print(function);
        }
        if (declaration instanceof Declaration.Typedef typedef) {
            return "typedef " + typedef.name() + ": " + print(typedef.type());
        }
        return declaration instanceof Declaration.Composite composite
                ? print(composite)
                : print((Declaration.Enumeration) declaration);
    }

    private static String assigned(Expression value) {
        return " = " + print(value);
    }

    private static String print(Declaration.Function function) {
        String attributes = function.attributes().stream()
                .map(attribute -> "[" + attribute.name() + "] ")
                .collect(Collectors.joining());
        String linkage = function.linkage() == Declaration.Linkage.C ? "" : function.linkage() + " ";
        return attributes + linkage + "function " + function.name() + print(function.type());
    }

    private static String print(Declaration.Composite composite) {
        return composite.kind().keyword() + " " + composite.name()
                + composite.body().map(CdefPrinter::print).orElse("")
                + layout(composite.layout())
                + (composite.pack() == 0 ? "" : " pack " + composite.pack());
    }

    private static String print(Declaration.Body body) {
        return " {"
                + body.fields().stream().map(CdefPrinter::print).collect(Collectors.joining("; "))
                + (body.partial() ? "; ...}" : "}");
    }

    private static String print(Declaration.Field field) {
        return field.name().orElse("_") + ": " + print(field.type())
                + field.bits().map(bits -> " bits " + print(bits)).orElse("")
                + layout(field.layout());
    }

    private static String layout(List<String> attributes) {
        return attributes.stream().map(attribute -> " " + attribute).collect(Collectors.joining());
    }

    private static String print(Declaration.Enumeration enumeration) {
        return "enum " + enumeration.name() + " {"
                + enumeration.enumerators().stream().map(CdefPrinter::print).collect(Collectors.joining(", "))
                + (enumeration.partial() ? ", ...}" : "}");
    }

    private static String print(Declaration.Enumerator enumerator) {
        Declaration.EnumeratorValue value = enumerator.value();
        if (value instanceof Declaration.EnumeratorValue.Given given) {
            return enumerator.name() + assigned(given.expression());
        }
        return enumerator.name() + (value instanceof Declaration.EnumeratorValue.Next ? "" : " = ...");
    }

    static String print(CType type) {
        if (type instanceof CType.Keyword keyword) {
            return qualified(keyword.qualifiers()) + keyword.primitive().spelling();
        }
        if (type instanceof CType.Named named) {
            return qualified(named.qualifiers()) + named.name();
        }
        if (type instanceof CType.Tagged tagged) {
            return qualified(tagged.qualifiers()) + tagged.kind().keyword() + " " + tagged.tag();
        }
        if (type instanceof CType.Pointer pointer) {
            return "*" + qualified(pointer.qualifiers()) + print(pointer.target());
        }
        if (type instanceof CType.Array array) {
            return "[" + print(array.length()) + "]" + print(array.element());
        }
        if (type instanceof CType.Function function) {
            return "fn" + print(function);
        }
        return type instanceof CType.Inferred inferred ? inferred.kind() + "..." : "...";
    }

    private static String print(CType.Function function) {
        String parameters = function.parameters().stream()
                .map(parameter -> parameter.name().map(name -> name + ": ").orElse("") + print(parameter.type()))
                .collect(Collectors.joining(", "));
        Optional<CType.CallingConvention> convention = function.convention();
        return "(" + parameters + (function.variadic() ? ", ..." : "") + ")"
                + convention.map(known -> " " + known).orElse("")
                + " -> " + print(function.result());
    }

    private static String print(CType.ArrayLength length) {
        if (length instanceof CType.ArrayLength.Fixed fixed) {
            return print(fixed.expression());
        }
        return length instanceof CType.ArrayLength.Open ? "" : "...";
    }

    private static String qualified(Set<Qualifier> qualifiers) {
        return qualifiers.stream()
                .sorted()
                .map(qualifier -> qualifier.keyword() + " ")
                .collect(Collectors.joining());
    }

    static String print(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.span().text();
        }
        if (expression instanceof Expression.Name name) {
            return name.name();
        }
        if (expression instanceof Expression.Unary unary) {
            return unary.operator() + print(unary.operand());
        }
        if (expression instanceof Expression.Binary binary) {
            return "(" + print(binary.left()) + " " + binary.operator() + " " + print(binary.right()) + ")";
        }
        if (expression instanceof Expression.Conditional choice) {
            return "(" + print(choice.condition()) + " ? " + print(choice.then()) + " : " + print(choice.otherwise())
                    + ")";
        }
        if (expression instanceof Expression.Cast cast) {
            return "cast<" + print(cast.type()) + ">" + print(cast.operand());
        }
        return expression instanceof Expression.SizeOfType size
                ? size.operator() + "<" + print(size.type()) + ">"
                : "sizeof " + print(((Expression.SizeOfExpression) expression).operand());
    }
}
