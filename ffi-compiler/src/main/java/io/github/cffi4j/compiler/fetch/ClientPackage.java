package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A package file that a package client of this machine can download: which one, and in which version. */
public sealed interface ClientPackage extends SourceLocation {
    String name();

    String version();

    /** The client's usual name: {@code npm}, {@code pip} or {@code cargo}. */
    String client();

    /** For {@code npm}: the file is a {@code .tgz}, the same bytes each time. */
    record Npm(String name, String version) implements ClientPackage {
        private static final Pattern SYNTAX =
                Pattern.compile("((?:@[a-z0-9~][\\w.~-]*/)?[a-z0-9~][\\w.~-]*)@(\\d[\\w.+-]*)");

        public Npm {
            requireMatch(SYNTAX, name + "@" + version, "npm:<package>@<version>");
        }

        static Npm parse(String text) {
            Matcher matcher = requireMatch(SYNTAX, text, "npm:<package>@<version>");
            return new Npm(matcher.group(1), matcher.group(2));
        }

        @Override
        public String client() {
            return "npm";
        }

        @Override
        public String toString() {
            return "npm:" + name + "@" + version;
        }
    }

    /**
     * For {@code pip}: the file is a wheel.
     *
     * @param platform the platform tag of the wheel, such as {@code win_amd64}; empty for that of this machine
     */
    record Pip(String name, String version, Optional<String> platform) implements ClientPackage {
        private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9][\\w.-]*)==(\\d[\\w.+!-]*)");

        public Pip {
            requireMatch(SYNTAX, name + "==" + version, "pip:<package>==<version>");
        }

        static Pip parse(String text) {
            Matcher matcher = requireMatch(SYNTAX, text, "pip:<package>==<version>");
            return new Pip(matcher.group(1), matcher.group(2), Optional.empty());
        }

        @Override
        public String client() {
            return "pip";
        }

        @Override
        public String toString() {
            return "pip:" + name + "==" + version;
        }
    }

    /** For {@code pip}: the file is a source distribution, taken as it is; nothing in it is run. */
    record Sdist(String name, String version) implements ClientPackage {
        private static final String FORM = "sdist:<package>==<version>";

        public Sdist {
            requireMatch(Pip.SYNTAX, name + "==" + version, FORM);
        }

        static Sdist parse(String text) {
            Matcher matcher = requireMatch(Pip.SYNTAX, text, FORM);
            return new Sdist(matcher.group(1), matcher.group(2));
        }

        @Override
        public String client() {
            return "pip";
        }

        @Override
        public String toString() {
            return "sdist:" + name + "==" + version;
        }
    }

    /** For {@code cargo}: the file is a {@code .crate}, a gzipped tar with a folder {@code <crate>-<version>}; nothing in it is run. */
    record Crate(String name, String version) implements ClientPackage {
        private static final String FORM = "crate:<crate>@<version>";
        private static final Pattern SYNTAX = Pattern.compile("([A-Za-z][\\w-]*)@(\\d[\\w.+-]*)");

        public Crate {
            requireMatch(SYNTAX, name + "@" + version, FORM);
        }

        static Crate parse(String text) {
            Matcher matcher = requireMatch(SYNTAX, text, FORM);
            return new Crate(matcher.group(1), matcher.group(2));
        }

        @Override
        public String client() {
            return "cargo";
        }

        @Override
        public String toString() {
            return "crate:" + name + "@" + version;
        }
    }

    /** Names and versions become arguments of a program: nothing may look like an option or a path. */
    private static Matcher requireMatch(Pattern syntax, String text, String form) {
        Matcher matcher = syntax.matcher(text);
        if (!matcher.matches()) {
            throw new WrongSettingException("not a package with an exact version: '" + text + "'; write " + form);
        }
        return matcher;
    }
}
