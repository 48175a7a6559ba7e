package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison that a library of the user's system has to pass when it is loaded, such as
 * {@code sqlite3_libversion_number() >= 3040000}.
 *
 * @param function a function without parameters
 * @param operator C's
 * @param wanted a number, a version such as {@code 1.2.11}, {@code sizeof(type)} or a constant of the cdef
 */
public record LibraryCheck(String function, String operator, String wanted) {
    private static final Pattern FORM = Pattern.compile("(\\w+)\\s*\\(\\s*\\)\\s*(==|!=|>=|<=|>|<)\\s*(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+|0[xX][0-9a-fA-F]{1,16}");
    private static final Pattern VERSION = Pattern.compile("\"[^\"\\\\]*\"|\\d+(\\.\\d+)+");
    private static final Pattern SIZE = Pattern.compile("sizeof\\s*\\(\\s*(.*\\S)\\s*\\)");

    /**
     * Reads what the author wrote.
     *
     * @throws WrongSettingException if it is no comparison
     */
    public static LibraryCheck of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new WrongSettingException("<libraryChecks>: '" + text
                    + "' is no comparison such as sqlite3_libversion_number() >= 3040000; in a POM, '<' is written"
                    + " '&lt;'");
        }
        return new LibraryCheck(form.group(1), form.group(2), form.group(3));
    }

    /** Returns true if it compares versions as text. */
    boolean ofVersion() {
        return VERSION.matcher(wanted).matches();
    }

    /** The version without its quotation marks. */
    String version() {
        return wanted.replace("\"", "");
    }

    /** Returns true if it is a number as it stands. */
    boolean ofNumber() {
        return NUMBER.matcher(wanted).matches();
    }

    /** The type whose size is wanted; empty if none is. */
    String sizeOf() {
        Matcher size = SIZE.matcher(wanted);
        return size.matches() ? size.group(1) : "";
    }

    @Override
    public String toString() {
        return function + "() " + operator + " " + wanted;
    }
}
