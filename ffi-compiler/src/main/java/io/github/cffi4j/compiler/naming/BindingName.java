package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a binding is called, and what tells it from another of the same name.
 *
 * @param packageName the Java package, empty for the unnamed one
 * @param className the simple name of the generated class
 * @param cdefName the name of the cdef's file, for errors and comments
 * @param fingerprint a hash of the cdef and the generator's format, carried by library and Java side alike
 */
public record BindingName(String packageName, String className, String cdefName, long fingerprint) {

    /** Counts up whenever generated Java and generated C of before would no longer fit each other. */
    private static final String FORMAT = "2";

    /** The suffix that makes the name of the class of native methods from that of the class that people use. */
    private static final String NATIVE = "Native";

    public BindingName {
        if (JavaNames.reserved(className)) {
            throw new WrongSettingException(
                    cdefName + ": generated code uses a class '" + className + "' itself; give the file another name");
        }
    }

    /**
     * The name of the binding that a cdef's text stands for.
     *
     * @throws WrongSettingException if the class would have the name of one that generated code uses
     */
    public static BindingName of(String packageName, String className, String cdefName, String cdefText) {
        return new BindingName(packageName, className, cdefName, fingerprint(packageName, className, cdefText));
    }

    /** The full name of the generated class. */
    public String binaryName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** The simple name of the class beside it that loads the library and declares the native methods. */
    public String nativeClassName() {
        return nativeClass(className);
    }

    /** The full name of that class. */
    public String nativeBinaryName() {
        return nativeClass(binaryName());
    }

    /** The name of that class, by the name of the class that people use. */
    public static String nativeClass(String className) {
        return className + NATIVE;
    }

    private static long fingerprint(String packageName, String className, String cdefText) {
        try {
            String identity = String.join("\n", FORMAT, packageName, className, cdefText);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
