package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Bindings for tests, from the text of a cdef. */
public final class TestBinding {

    private static final BindingName NAME = BindingName.of("org.example", "Test", "Test.cdef", "");

    private TestBinding() {}

    /** What Java sees of binding {@code org.example.Test}, of a cdef that can be bound. */
    public static ResolvedBinding of(String cdef) {
        return conditional(cdef).union();
    }

    /** The same, with what platforms have of it. */
    public static ConditionalBinding conditional(String cdef) {
        try {
            return resolve(cdef);
        } catch (CdefException e) {
            throw new AssertionError("not resolved:\n" + e.getMessage(), e);
        }
    }

    /** What is said of a cdef that cannot: {@code line:column message | fix}. */
    static List<String> refusals(String cdef) {
        CdefException refused =
                catchThrowableOfType(CdefException.class, () -> NamedBinding.of(NAME, resolve(cdef), List.of()));
        if (refused == null) {
            return List.of();
        }
        return refused.diagnostics().stream()
                .map(error -> error.span().position().line() + ":"
                        + error.span().position().column() + " " + error.message() + " | "
                        + error.fix().orElse(""))
                .toList();
    }

    private static ConditionalBinding resolve(String cdef) throws CdefException {
        return resolve(cdef, Set.copyOf(Platform.standard()));
    }

    /** A binding for some platforms. */
    static ConditionalBinding resolve(String cdef, Set<Platform> platforms) throws CdefException {
        return BindingResolver.resolve(
                CdefParser.parse(new SourceText("Test.cdef", cdef), "", IncludedTexts.NONE, platforms));
    }

    /** A type in short: {@code *int32}, {@code [size_t]}, {@code struct s}. */
    static String brief(ResolvedType type) {
        if (type instanceof ResolvedType.Void) {
            return "void";
        } else if (type instanceof ResolvedType.Scalar scalar) {
            return scalar.kind().name().toLowerCase(Locale.ROOT);
        } else if (type instanceof ResolvedType.PlatformInteger integer) {
            return integer.cName();
        } else if (type instanceof ResolvedType.Enumeration enumeration) {
            return "enum:" + enumeration.cName();
        } else if (type instanceof ResolvedType.PlatformFloat floating) {
            return "float:" + floating.cName();
        } else if (type instanceof ResolvedType.Composite composite) {
            return composite.cName();
        } else if (type instanceof ResolvedType.Pointer pointer) {
            return "*" + brief(pointer.target());
        }
        ResolvedType.Array array = (ResolvedType.Array) type;
        String length = array.length() instanceof CType.ArrayLength.Fixed fixed
                ? fixed.expression().span().text()
                : "";
        return "[" + length + "]" + brief(array.element());
    }
}
