package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.PredefinedTypes;
import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.compiler.header.HeaderView;
import io.github.cffi4j.compiler.header.UnreadableTypeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that what is imported needs, on one platform: those of the wanted headers as they are, those of others in the
 * smallest form that will do.
 */
final class NeededTypes {
    private static final String TYPEDEF = "typedef ";
    private static final String TAG = "tag ";

    private final HeaderView view;
    private final TypeIndex types;
    private final Filters filters;
    /** By key; true if the type has to be complete. */
    private final Map<String, Boolean> needed = new HashMap<>();

    /** The compiler's numbers of structs and unions that functions take or give, alone or in others. */
    private final Set<String> passed = new HashSet<>();

    private final Map<String, Optional<String>> problems = new HashMap<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Runnable> work = new ArrayDeque<>();

    NeededTypes(HeaderView view, TypeIndex types, Filters filters) {
        this.view = view;
        this.types = types;
        this.filters = filters;
    }

    boolean wanted(CDeclaration declaration) {
        return view.wanted().test(declaration.place().file());
    }

    boolean needs(CDeclaration.Typedef typedef) {
        return needed.containsKey(TYPEDEF + typedef.name());
    }

    boolean needsTag(String tag) {
        return needed.containsKey(TAG + tag);
    }

    /** Returns true if the type has to have a size. */
    boolean complete(CDeclaration.Typedef typedef) {
        return needed.getOrDefault(TYPEDEF + typedef.name(), false);
    }

    boolean completeTag(String tag) {
        return needed.getOrDefault(TAG + tag, false);
    }

    /** Returns true if a function takes or gives the struct or union itself, alone or in another. */
    boolean isPassed(CDeclaration.Composite composite) {
        return passed.contains(composite.id());
    }

    /** Adds a type and what it needs itself. */
    void add(CTypeText type, boolean complete) {
        visit(type, complete);
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void visit(CTypeText type, boolean complete) {
        if (type instanceof CTypeText.Qualified qualified) {
            visit(qualified.type(), complete);
        } else if (type instanceof CTypeText.Pointer pointer) {
            visit(pointer.target(), false);
        } else if (type instanceof CTypeText.Array array) {
            visit(array.element(), true);
        } else if (type instanceof CTypeText.Function function) {
            visit(function.result(), true);
            pass(function.result());
            for (CTypeText parameter : function.parameters()) {
                visit(parameter, true);
                pass(parameter);
            }
        } else if (type instanceof CTypeText.Named named) {
            types.typedef(named.name()).ifPresent(typedef -> visit(typedef, complete));
        } else if (type instanceof CTypeText.Tagged tagged) {
            visitTag(tagged.tag(), complete);
        } else if (type instanceof CTypeText.Unnamed unnamed) {
            types.unnamed(unnamed).filter(found -> seen.add(unnamed.id())).ifPresent(this::visitMembers);
        }
    }

    private void pass(CTypeText type) {
        try {
            Optional<CDeclaration.Composite> composite = types.composite(type);
            if (composite.isPresent() && passed.add(composite.get().id())) {
                for (CDeclaration.Member member : composite.get().members()) {
                    if (member instanceof CDeclaration.Field field) {
                        pass(types.parse(field.type()));
                    }
                }
            }
        } catch (UnreadableTypeException e) {
            // What has it is left out, or is a struct with other members.
        }
    }

    private void visit(CDeclaration.Typedef typedef, boolean complete) {
        if (raised(TYPEDEF + typedef.name(), complete)) {
            work.add(() -> visitInside(typedef, complete));
        }
    }

    private boolean raised(String key, boolean complete) {
        Boolean before = needed.get(key);
        needed.put(key, complete || Boolean.TRUE.equals(before));
        return before == null || complete && !before;
    }

    private void visitInside(CDeclaration.Typedef typedef, boolean complete) {
        if (!wanted(typedef)
                && (PredefinedTypes.NAMES.contains(typedef.name()) || form(typedef, complete) != Form.WRITTEN)) {
            return;
        }
        Optional<CDeclaration> owned = types.owned(typedef);
        if (owned.isPresent() && owned.get().name().isEmpty()) {
            visitMembers(owned.get());
            return;
        }
        try {
            visit(types.parse(typedef.type()), wanted(typedef) && owned.isPresent() || complete);
        } catch (UnreadableTypeException e) {
            // Its users are left out.
        }
    }

    private void visitTag(String tag, boolean complete) {
        if (raised(TAG + tag, complete)) {
            types.tag(tag)
                    .ifPresent(type -> work.add(() -> {
                        if (wanted(type)) {
                            visitMembers(type);
                        }
                    }));
        }
    }

    private void visitMembers(CDeclaration type) {
        if (type instanceof CDeclaration.Composite composite
                && !filters.opaque().test(composite.name())) {
            for (CDeclaration.Member member : composite.members()) {
                if (member instanceof CDeclaration.Field field
                        && problem(field.type(), true).isEmpty()) {
                    try {
                        visit(types.parse(field.type()), true);
                    } catch (UnreadableTypeException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }

    /** How a typedef of another header is written. */
    enum Form {
        /** {@code typedef int... t}. */
        INTEGER,
        /** {@code typedef float... t}. */
        FLOATING,
        /** {@code typedef ... t}. */
        OPAQUE,
        /** {@code typedef struct { ...; } t}. */
        PARTIAL,
        /** As it is. */
        WRITTEN,
        /** Not at all. */
        NONE
    }

    /** The smallest form in which a typedef of another header will do. */
    Form form(CDeclaration.Typedef typedef, boolean complete) {
        try {
            CTypeText type = types.resolve(new CTypeText.Named(typedef.name()));
            if (type instanceof CTypeText.Basic basic) {
                return form(basic.words());
            } else if (type instanceof CTypeText.Tagged tagged) {
                if (tagged.kind().equals("enum")) {
                    return Form.INTEGER;
                }
                return !complete ? Form.OPAQUE : tagged.tag().isEmpty() ? Form.PARTIAL : Form.WRITTEN;
            } else if (type instanceof CTypeText.Array || type instanceof CTypeText.Unnamed) {
                return complete ? Form.NONE : Form.OPAQUE;
            }
            return Form.WRITTEN;
        } catch (UnreadableTypeException e) {
            return complete ? Form.NONE : Form.OPAQUE;
        }
    }

    private static Form form(String words) {
        return switch (words) {
            case "void", "_Bool", "long double" -> Form.WRITTEN;
            case "float", "double" -> Form.FLOATING;
            default -> words.contains("_Complex") ? Form.WRITTEN : Form.INTEGER;
        };
    }

    /** Why a type cannot be had; nothing if it can. */
    Optional<String> problem(String text, boolean complete) {
        try {
            return problem(types.parse(text), complete);
        } catch (UnreadableTypeException e) {
            return Optional.of("its type '" + e.getMessage() + "' is none that a cdef can have");
        }
    }

    Optional<String> problem(CTypeText type, boolean complete) {
        if (type instanceof CTypeText.Qualified qualified) {
            return problem(qualified.type(), complete);
        } else if (type instanceof CTypeText.Pointer pointer) {
            return problem(pointer.target(), false);
        } else if (type instanceof CTypeText.Array array) {
            return problem(array.element(), true);
        } else if (type instanceof CTypeText.Function function) {
            Optional<String> result = problem(function.result(), true);
            for (CTypeText parameter : function.parameters()) {
                if (result.isEmpty()) {
                    result = problem(parameter, true);
                }
            }
            return result;
        } else if (type instanceof CTypeText.Named named) {
            return named.name().equals("va_list") || PredefinedTypes.NAMES.contains(named.name())
                    ? Optional.empty()
                    : problemOfTypedef(named.name(), complete);
        } else if (type instanceof CTypeText.Unnamed unnamed
                && types.unnamed(unnamed).isEmpty()) {
            return Optional.of("it has a type without a name, which a macro declares");
        }
        return Optional.empty();
    }

    private Optional<String> problemOfTypedef(String name, boolean complete) {
        String key = name + complete;
        Optional<String> known = problems.get(key);
        if (known != null || !asking.add(key)) {
            return known == null ? Optional.empty() : known;
        }
        Optional<CDeclaration.Typedef> typedef = types.typedef(name);
        Optional<String> problem;
        if (typedef.isEmpty()) {
            problem = Optional.of("'" + name + "' is a type of the compiler's own");
        } else if (!wanted(typedef.get()) && form(typedef.get(), complete) == Form.NONE) {
            problem = Optional.of("'" + name + "' is a type of another header that no cdef can have by value");
        } else if (!wanted(typedef.get()) && form(typedef.get(), complete) != Form.WRITTEN
                || types.owned(typedef.get()).isPresent()) {
            problem = Optional.empty();
        } else {
            problem = problem(typedef.get().type(), complete);
        }
        problems.put(key, problem);
        asking.remove(key);
        return problem;
    }
}
