package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds what only a compiler can tell: no compiler is there at run time. */
final class CompilersPart {
    private static final String FIX =
            "write it out if it is the same wherever this runs; otherwise let the ffi-maven-plugin bind the library, in"
                    + " API mode or with <mode>abi</mode>";

    private final List<Diagnostic> found = new ArrayList<>();

    private CompilersPart() {}

    /** Returns an error for each. */
    static List<Diagnostic> of(List<Declaration> declarations) {
        CompilersPart part = new CompilersPart();
        for (Declaration declaration : declarations) {
            part.look(declaration);
        }
        return part.found;
    }

    private void look(Declaration declaration) {
        if (declaration instanceof Declaration.Macro macro && macro.value().isEmpty()) {
            refuse(macro.nameSpan(), "only a compiler knows the value of '" + macro.name() + "'");
        } else if (declaration instanceof Declaration.Typedef typedef) {
            if (typedef.type() instanceof CType.Inferred) {
                refuse(typedef.nameSpan(), "only a compiler knows the size of '" + typedef.name() + "'");
            }
            look(typedef.type());
        } else if (declaration instanceof Declaration.Composite composite
                && composite.body().isPresent()) {
            if (composite.body().get().partial()) {
                refuse(composite.nameSpan(), "only a compiler knows all fields of '" + name(composite) + "'");
            }
            for (Declaration.Field field : composite.body().get().fields()) {
                look(field.type());
            }
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            enumeration(enumeration);
        } else if (declaration instanceof Declaration.Function function) {
            function(function);
        } else if (declaration instanceof Declaration.Variable variable) {
            look(variable.type());
        } else if (declaration instanceof Declaration.Constant constant) {
            look(constant.type());
        }
    }

    private void enumeration(Declaration.Enumeration enumeration) {
        if (enumeration.partial() || enumeration.sized().isPresent()) {
            refuse(enumeration.nameSpan(), "only a compiler knows the size of this enum");
            return;
        }
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            if (enumerator.value() instanceof Declaration.EnumeratorValue.FromCompiler) {
                refuse(enumerator.nameSpan(), "only a compiler knows the value of '" + enumerator.name() + "'");
            }
        }
    }

    private void function(Declaration.Function function) {
        if (function.linkage() != Declaration.Linkage.C) {
            found.add(Diagnostic.of(
                    function.nameSpan(),
                    "'" + function.name()
                            + "' is Java code that C calls by its name, for which C code has to be compiled",
                    "give C a function pointer, as of library.callback(arena, ...)"));
        }
        look(function.type());
    }

    private void look(CType type) {
        if (type instanceof CType.Pointer pointer) {
            look(pointer.target());
        } else if (type instanceof CType.Array array) {
            if (array.length() instanceof CType.ArrayLength.FromCompiler) {
                refuse(array.span(), "only a compiler knows the length of this array");
            }
            look(array.element());
        } else if (type instanceof CType.Function function) {
            look(function.result());
            for (CType.Parameter parameter : function.parameters()) {
                look(parameter.type());
            }
        }
    }

    private void refuse(Span place, String message) {
        found.add(Diagnostic.of(place, message, FIX));
    }

    private static String name(Declaration.Composite composite) {
        return composite.kind().keyword() + (CType.Tagged.anonymous(composite.name()) ? "" : " " + composite.name());
    }
}
