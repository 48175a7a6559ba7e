package io.github.cffi4j.it.platforms;

import java.util.List;
import java.util.Locale;

/** The way into C, and the options of java that choose it. */
enum Backend {
    JNI,
    FFM;

    /** What a JVM of this version needs to take this way, and to let the contract suite know. */
    List<String> options(int java) {
        String name = name().toLowerCase(Locale.ROOT);
        List<String> told = List.of("-Dcontract.java=" + (java >= 22 ? "22+" : "17+"), "-Dcontract.backend=" + name);
        return java < 22
                ? told
                : List.of(told.get(0), told.get(1), "-Dcffi4j.backend=" + name, "--enable-native-access=ALL-UNNAMED");
    }
}
