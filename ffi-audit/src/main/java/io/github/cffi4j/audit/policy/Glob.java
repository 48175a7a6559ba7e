package io.github.cffi4j.audit.policy;

import java.util.Locale;

/**
 * A name in which {@code *} stands for any characters.
 *
 * @param text as written
 * @param ignoringCase whether upper and lower case are one, as for files on Windows
 */
public record Glob(String text, boolean ignoringCase) {
    /** One that tells upper from lower case. */
    public static Glob of(String text) {
        return new Glob(text, false);
    }

    /** Takes time proportional to both lengths multiplied, whatever the pattern. */
    public boolean matches(String name) {
        String pattern = ignoringCase ? text.toLowerCase(Locale.ROOT) : text;
        String candidate = ignoringCase ? name.toLowerCase(Locale.ROOT) : name;
        int at = 0;
        int star = -1;
        int retry = 0;
        int i = 0;
        while (i < candidate.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = i;
            } else if (at < pattern.length() && pattern.charAt(at) == candidate.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
