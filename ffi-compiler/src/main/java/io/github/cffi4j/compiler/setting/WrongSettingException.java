package io.github.cffi4j.compiler.setting;

/**
 * A setting of the user is wrong: a parameter, a property, or the name or place of a file. The message says what is wrong and how
 * to fix it. A fault of the compiler itself is another exception.
 */
public final class WrongSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongSettingException(String message) {
        super(message);
    }

    public WrongSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
