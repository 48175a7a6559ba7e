package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.audit.jni.JniNames;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the heads of the functions that the JVM finds by their names, and knows which there were. */
final class JniEntries {
    private final String binaryName;
    private final Map<String, String> heads = new LinkedHashMap<>();

    /**
     * @param binaryName of the class that declares the native methods
     */
    JniEntries(String binaryName) {
        this.binaryName = binaryName;
    }

    /**
     * The head of a function.
     *
     * @param parameters behind those of all entries, each with a comma before
     */
    String head(String result, String method, String parameters) {
        String symbol = JniNames.symbol(binaryName, method);
        String head =
                "FFI_EXPORT " + result + " " + symbol + "(ffi_JNIEnv *ffi_env, ffi_jclass ffi_self" + parameters + ")";
        heads.put(symbol, head);
        return head;
    }

    /**
     * Declarations for 32-bit Windows, where a function of this convention is exported as {@code Java_f@8}, and the JVM looks
     * for {@code _Java_f@8} and {@code Java_f}.
     */
    String undecorated() {
        StringBuilder declarations = new StringBuilder();
        heads.forEach((symbol, head) ->
                declarations.append(head).append(" __asm__(\"_").append(symbol).append("\");\n"));
        return declarations.toString();
    }
}
