package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;

/** A place a file can be got from. */
public sealed interface SourceLocation permits SourceLocation.At, ClientPackage {

    /**
     * A plain address.
     *
     * @param uri {@code https:}, {@code http:} or {@code file:}
     */
    record At(URI uri) implements SourceLocation {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /**
     * Reads {@code https://...}, {@code file:...}, {@code npm:<package>@<version>},
     * {@code pip:<package>==<version>} for a wheel or {@code sdist:<package>==<version>} for a source distribution.
     *
     * @throws WrongSettingException if the text is none of these
     */
    static SourceLocation parse(String text) {
        String location = text.strip();
        if (location.startsWith("npm:")) {
            return ClientPackage.Npm.parse(location.substring("npm:".length()));
        }
        if (location.startsWith("pip:")) {
            return ClientPackage.Pip.parse(location.substring("pip:".length()));
        }
        if (location.startsWith("sdist:")) {
            return ClientPackage.Sdist.parse(location.substring("sdist:".length()));
        }
        if (location.matches("(https?|file):.+")) {
            try {
                return new At(new URI(location));
            } catch (URISyntaxException e) {
                throw new WrongSettingException("not an address: '" + text + "': " + e.getMessage(), e);
            }
        }
        throw new WrongSettingException(
                "not a location: '" + text
                        + "'; write https://..., file:..., npm:<package>@<version>, pip:<package>==<version> or sdist:<package>==<version>");
    }
}
