package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of {@code windows.cdef}. Read at the first name that nothing else knows. */
public final class WindowsTypes {
    private static final String RESOURCE = "windows.cdef";
    private static final Map<String, CType> TYPES = read();

    private WindowsTypes() {}

    public static Optional<CType> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    private static Map<String, CType> read() {
        try (InputStream resource = WindowsTypes.class.getResourceAsStream(RESOURCE)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, CType> types = new HashMap<>();
            for (Declaration declaration : CdefParser.parse(new SourceText(RESOURCE, text))
                    .on(Platform.WINDOWS_X86_64)
                    .declarations()) {
                types.put(declaration.name(), ((Declaration.Typedef) declaration).type());
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CdefException e) {
            throw new IllegalStateException(e);
        }
    }
}
