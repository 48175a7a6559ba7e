package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place a file can be got from. */
public sealed interface SourceLocation permits SourceLocation.At, SourceLocation.Artifact, ClientPackage {

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
     * An artifact of the build's Maven repositories.
     *
     * @param coordinates {@code group:artifact:version[:classifier][@type]}
     */
    record Artifact(String coordinates) implements SourceLocation {
        private static final Pattern SYNTAX =
                Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.+-]+)(?::([\\w.-]+))?(?:@([\\w.-]+))?");

        public Artifact {
            if (!SYNTAX.matcher(coordinates).matches()) {
                throw new WrongSettingException("not an artifact: 'maven:" + coordinates
                        + "'; write maven:<group>:<artifact>:<version>[:<classifier>][@<type>]");
            }
        }

        /** Returns the coordinates in the order of Maven's resolver: {@code group:artifact:type[:classifier]:version}. */
        public String forResolver() {
            Matcher matcher = SYNTAX.matcher(coordinates);
            matcher.matches();
            String type = matcher.group(5) == null ? "jar" : matcher.group(5);
            String classifier = matcher.group(4) == null ? "" : ":" + matcher.group(4);
            return matcher.group(1) + ":" + matcher.group(2) + ":" + type + classifier + ":" + matcher.group(3);
        }

        @Override
        public String toString() {
            return "maven:" + coordinates;
        }
    }

    /**
     * Reads {@code https://...}, {@code file:...}, {@code npm:<package>@<version>}, {@code crate:<crate>@<version>},
     * {@code maven:<group>:<artifact>:<version>[:<classifier>][@<type>]}, {@code pip:<package>==<version>} for a wheel or
     * {@code sdist:<package>==<version>} for a source distribution.
     *
     * @throws WrongSettingException if the text is none of these
     */
    static SourceLocation parse(String text) {
        String location = text.strip();
        if (location.startsWith("npm:")) {
            return ClientPackage.Npm.parse(location.substring("npm:".length()));
        }
        if (location.startsWith("crate:")) {
            return ClientPackage.Crate.parse(location.substring("crate:".length()));
        }
        if (location.startsWith("maven:")) {
            return new Artifact(location.substring("maven:".length()));
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
        throw new WrongSettingException("not a location: '" + text
                + "'; write https://..., file:..., crate:<crate>@<version>, maven:<group>:<artifact>:<version>,"
                + " npm:<package>@<version>, pip:<package>==<version> or sdist:<package>==<version>");
    }
}
