package io.github.cffi4j.inline;

import io.github.cffi4j.dynamic.Library;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Compiles the C of {@link CSource}. */
final class CSourceResolver implements ParameterResolver {
    private static final ExtensionContext.Namespace OPEN = ExtensionContext.Namespace.create(CSourceResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(CSource.class) && parameter.getParameter().getType() == Library.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        CSource source = parameter.findAnnotation(CSource.class).orElseThrow();
        Library library = Inline.c(source.value()).cdef(source.cdef()).compile();
        // JUnit closes what is in the store when the test ends.
        test.getStore(OPEN).put(parameter.getIndex(), library);
        return library;
    }
}
