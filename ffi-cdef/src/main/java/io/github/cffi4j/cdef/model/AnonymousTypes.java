package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Qualifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names for structs, unions and enums that have no tag. C reaches such a type through whatever holds it: a typedef, a
 * typedef of a pointer to it, a field, a variable.
 *
 * @param cNames how C spells each, by the tag the parser made up
 * @param constant the tags of those that C reaches as const only
 * @param familiarNames what people call it: {@code outer_field} for the type of a field
 */
record AnonymousTypes(Map<String, String> cNames, Map<String, String> familiarNames, Set<String> constant) {

    static AnonymousTypes of(List<Declaration> declarations, Scope scope) {
        AnonymousTypes types = new AnonymousTypes(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
        // The parser puts what is inside before what holds it; names go from the outside in.
        for (int i = declarations.size() - 1; i >= 0; i--) {
            types.nameThrough(declarations.get(i), scope);
        }
        return types;
    }

    String cName(String tag) {
        return cNames.getOrDefault(tag, "");
    }

    String familiarName(String tag) {
        return familiarNames.getOrDefault(tag, tag);
    }

    boolean constant(String tag) {
        return constant.contains(tag);
    }

    private void nameThrough(Declaration declaration, Scope scope) {
        String name = declaration.name();
        if (declaration instanceof Declaration.Typedef typedef) {
            if (typedef.type() instanceof CType.Tagged tagged) {
                name(tagged, name, name, false);
            } else {
                nameInside(typedef.type(), "*(" + name + " *)0", name, false);
            }
        } else if (declaration instanceof Declaration.Variable variable) {
            nameInside(variable.type(), name, name, false);
        } else if (declaration instanceof Declaration.Constant constant) {
            nameInside(constant.type(), name, name, false);
        } else if (declaration instanceof Declaration.Composite composite
                && composite.body().isPresent()) {
            // By the tag where there is one: a typedef may be const, and then its fields cannot be set.
            String owner = CType.Tagged.anonymous(name)
                    ? cName(name)
                    : composite.kind().keyword() + " " + name;
            String familiar = scope.typedefOf(composite.kind(), name)
                    .orElseGet(() -> CType.Tagged.anonymous(name) ? familiarName(name) : name);
            nameFields(composite.body().get().fields(), owner, familiar, constant(name), scope);
        }
    }

    private void nameFields(
            List<Declaration.Field> fields, String owner, String familiar, boolean constant, Scope scope) {
        for (Declaration.Field field : fields) {
            if (field.name().isPresent()) {
                String name = field.name().get();
                String value = "((" + owner + " *)0)->" + name;
                if (field.bits().isPresent() && field.type() instanceof CType.Tagged tagged) {
                    name(tagged, "FFI_BITFIELD_TYPE(" + value + ")", familiar + "_" + name, constant);
                }
                nameInside(field.type(), value, familiar + "_" + name, constant);
            } else if (field.type() instanceof CType.Tagged tagged
                    && scope.body(tagged).isPresent()) {
                // The fields of an anonymous member are the parent's own.
                boolean constantGroup = constant || tagged.qualifiers().contains(Qualifier.CONST);
                nameFields(scope.body(tagged).get().fields(), owner, familiar, constantGroup, scope);
            }
        }
    }

    /** Follows arrays and pointers to the type without a tag, if there is one. */
    private void nameInside(CType type, String value, String familiar, boolean constant) {
        if (type instanceof CType.Tagged tagged) {
            name(tagged, "__typeof__(" + value + ")", familiar, constant);
        } else if (type instanceof CType.Array array) {
            nameInside(array.element(), "(" + value + ")[0]", familiar, constant);
        } else if (type instanceof CType.Pointer pointer) {
            nameInside(pointer.target(), "*(" + value + ")", familiar, false);
        }
    }

    private void name(CType.Tagged tagged, String cName, String familiar, boolean inConstant) {
        if (tagged.anonymous() && cNames.putIfAbsent(tagged.tag(), cName) == null) {
            familiarNames.put(tagged.tag(), familiar);
            if (inConstant || tagged.qualifiers().contains(Qualifier.CONST)) {
                constant.add(tagged.tag());
            }
        }
    }
}
