package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Refuses cdefs whose paths cannot be Java classes, before a compiler says so of generated code. */
final class CdefNames {
    /** How people, editors and other systems write the suffix. */
    private static final Pattern MISSPELT = Pattern.compile("(?i).*\\.cdefs?(\\.txt)?");

    /** Words that Java refuses for types; {@link SourceVersion} takes them for names, as they are elsewhere. */
    private static final Set<String> NO_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    private CdefNames() {}

    /** Returns true if a file was probably meant to be a cdef, whatever its suffix. */
    static boolean meant(Path file) {
        return MISSPELT.matcher(file.getFileName().toString()).matches();
    }

    /** Refuses a suffix that is nearly the right one. */
    static void refuseMisspelt(List<Path> files) {
        for (Path file : files) {
            if (meant(file) && !file.toString().endsWith(".cdef")) {
                throw new WrongSettingException(
                        file + ": is not read as a cdef; fix: rename it, the suffix is '.cdef' in lower case");
            }
        }
    }

    /**
     * Refuses a part of the path that cannot be what it becomes in Java.
     *
     * @param what {@code class} or {@code package}
     */
    static void require(Path cdef, String what, String name) {
        Optional<String> why = hindrance(what, name);
        if (why.isPresent()) {
            throw new WrongSettingException(cdef + ": its path becomes the name of a Java class, and '" + name
                    + "' cannot be the name of a " + what
                    + ": " + why.get() + "; fix: rename the "
                    + (what.equals("class") ? "file" : "folder"));
        }
    }

    private static Optional<String> hindrance(String what, String name) {
        if (name.indexOf('.') >= 0) {
            return Optional.of("it has a dot");
        } else if (SourceVersion.isKeyword(name) || what.equals("class") && NO_TYPES.contains(name)) {
            return Optional.of("it is a word of the Java language");
        } else if (!SourceVersion.isIdentifier(name)) {
            return Optional.of("names in Java have letters, digits, '_' and '$', and begin with no digit");
        }
        return Optional.empty();
    }

    /** Refuses a class that is also a package or belongs to another cdef, and classes whose files are one on some systems. */
    static void refuseClashes(List<CdefFile> cdefs) {
        Map<String, CdefFile> classes = new HashMap<>();
        for (CdefFile cdef : cdefs) {
            CdefFile other = classes.put(cdef.binaryName().toLowerCase(Locale.ROOT), cdef);
            if (other != null) {
                throw new WrongSettingException(
                        cdef.path() + ": its class differs from that of " + other.path()
                                + " only in upper and lower case, and on Windows and macOS their files are one; fix: rename one");
            }
        }
        for (CdefFile cdef : cdefs) {
            CdefFile other = classes.get(cdef.nativeBinaryName().toLowerCase(Locale.ROOT));
            if (other != null) {
                refuseNative(cdef, other.path());
            }
        }
        for (CdefFile cdef : cdefs) {
            cdefs.forEach(other -> refuseClash(cdef, other.packageName(), other.path()));
        }
    }

    /**
     * Refuses a class of the author's that is one of those that a cdef becomes.
     *
     * @param file the author's Java
     */
    static void refuseClash(CdefFile cdef, Path file, String className) {
        if (className.equals(cdef.binaryName())) {
            throw new WrongSettingException(cdef.path() + ": class " + className + " is generated from it, and " + file
                    + " is a class of that name; fix: rename one of the two files");
        } else if (className.equals(cdef.nativeBinaryName())) {
            refuseNative(cdef, file);
        }
    }

    private static void refuseNative(CdefFile cdef, Path other) {
        throw new WrongSettingException(cdef.path() + ": class " + cdef.nativeBinaryName()
                + " is generated beside class " + cdef.binaryName() + ", and " + other
                + " is a class of that name; fix: rename one of the two files");
    }

    /**
     * Refuses a class that is also a package.
     *
     * @param inPackage what is in that package, or in one below it
     */
    static void refuseClash(CdefFile cdef, String packageName, Path inPackage) {
        String name = cdef.binaryName();
        if ((packageName + ".").startsWith(name + ".")) {
            throw new WrongSettingException(cdef.path() + ": class " + name + " is also the package of " + inPackage
                    + ", which Java refuses; fix: rename the file or the folder");
        }
    }
}
