package io.github.cffi4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a parameter of type {@link Path}: a fresh folder below {@code it/target/work}, named after the test. Unlike
 * a temporary one it stays for whoever wants to see why a test failed.
 */
public final class WorkFolder implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Path.class;
    }

    @Override
    public Path resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String test = context.getTestMethod().map(Method::getName).orElse("all");
        Path folder = TestSettings.WORK
                .resolve(context.getRequiredTestClass().getSimpleName())
                .resolve(test);
        // One folder for a test and what is done before it.
        return context.getStore(ExtensionContext.Namespace.create(WorkFolder.class))
                .getOrComputeIfAbsent(folder, WorkFolder::fresh, Path.class);
    }

    private static Path fresh(Path folder) {
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestLast;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestLast = files.toList();
        }
        for (int i = deepestLast.size() - 1; i >= 0; i--) {
            Files.delete(deepestLast.get(i));
        }
    }
}
