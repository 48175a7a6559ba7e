package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Platform;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** The Java text for what some platforms lack. All is empty for what is there on all. */
final class PlatformGuards {
    private final ConditionalBinding binding;
    private final String nativeClass;
    private final boolean late;

    /**
     * @param late whether functions are bound when the library is loaded, so that the user's library may lack some
     */
    PlatformGuards(NamedBinding named, boolean late) {
        this.late = late;
        this.binding = named.binding();
        this.nativeClass = named.names().binding().nativeClassName();
    }

    /** The sets of platforms that Java has to know. */
    static Collection<Set<Platform>> sets(ConditionalBinding binding) {
        Collection<Set<Platform>> sets = new TreeSet<>(Comparator.comparing(PlatformSets::field));
        sets.addAll(binding.partial().values());
        return sets;
    }

    boolean everywhere(String key) {
        return binding.everywhere(key);
    }

    /** The statement that throws where it is not there, as a line. */
    String require(String key, String what) {
        return everywhere(key) ? "" : Text.format("%s.require(\"%s\");\n", field(key), what);
    }

    /** The statements that throw if a function is not there, on this platform or in the user's library, as lines. */
    String requireFunction(String cName, String what) {
        return require(cName, what) + (late ? Text.format("%s.SYSTEM.require(\"%s\");\n", nativeClass, cName) : "");
    }

    /** A value that only makes sense where it is there. */
    String ifHere(String key, String value, String otherwise) {
        return everywhere(key) ? value : Text.format("%s ? %s : %s", here(key), value, otherwise);
    }

    /** The expression for whether it is there. */
    String here(String key) {
        return field(key) + ".here()";
    }

    /** Javadoc that says where it is there. */
    String described(String key, String javadoc) {
        return everywhere(key)
                ? javadoc
                : javadoc + "\n\n<p>Only on " + PlatformSets.described(binding.having(key)) + ".";
    }

    /** Javadoc of a method that throws where it is not there. */
    String throwing(String key, String javadoc) {
        return everywhere(key)
                ? javadoc
                : described(key, javadoc) + "\n\n" + thrown(key).strip();
    }

    /** The last line of such Javadoc. */
    String thrown(String key) {
        return everywhere(key) ? "" : "\n@throws UnsupportedOperationException on other platforms";
    }

    private String field(String key) {
        return nativeClass + "." + PlatformSets.field(binding.having(key));
    }
}
