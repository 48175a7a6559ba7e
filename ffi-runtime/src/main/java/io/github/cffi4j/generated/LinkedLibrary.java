package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.internal.loader.SystemReports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A library of the user's system that glue is linked to, and what it lacks. For any thread, after the generated class is
 * initialised.
 *
 * @param whole whether it has all functions of the binding and of others in the same module; the JIT sees a constant
 * @param binding the generated class
 * @param name by which the system's loader knows the library
 * @param lacks names of functions
 * @param expected the names that the binding has, written while the generated class is initialised
 * @param missing those of them that the library lacks
 * @param required those of them without which the binding is of no use
 */
public record LinkedLibrary(
        boolean whole,
        String binding,
        String name,
        Set<String> lacks,
        List<String> expected,
        List<String> missing,
        List<String> required) {
    /**
     * Reads the answer of the glue.
     *
     * @param answer the address of a text: the library's name and the names that it lacks, separated by spaces; 0 if the glue of
     *     this platform is linked to none
     * @throws UnsatisfiedLinkError if the library is not there
     */
    public static LinkedLibrary of(String binding, long answer) {
        Set<String> lacks = new HashSet<>();
        String name = "";
        if (answer != 0) {
            String text = VersionCheck.text(answer);
            int end = text.indexOf(' ');
            name = end < 0 ? text : text.substring(0, end);
            while (end >= 0) {
                int next = text.indexOf(' ', end + 1);
                lacks.add(text.substring(end + 1, next < 0 ? text.length() : next));
                end = next;
            }
            if (name.charAt(0) == '!') {
                throw SystemReports.notLoaded(binding, name.substring(1));
            }
        }
        return new LinkedLibrary(
                lacks.isEmpty(), binding, name, lacks, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Notes functions of the binding. Only while the generated class is initialised.
     *
     * @param names in C, separated by spaces
     * @param needed whether {@link #judge} fails if the library lacks one of them
     */
    public void expect(String names, boolean needed) {
        int start = 0;
        while (!whole && start < names.length()) {
            int end = names.indexOf(' ', start);
            String cName = names.substring(start, end < 0 ? names.length() : end);
            start += cName.length() + 1;
            expected.add(cName);
            if (lacks.contains(cName)) {
                missing.add(cName);
                if (needed) {
                    required.add(cName);
                }
            }
        }
    }

    /**
     * Judges what {@link #expect} found.
     *
     * @throws NativeLibraryNotFoundException if the library lacks names that are required: all in one report
     */
    public void judge() {
        if (!required.isEmpty()) {
            throw SystemReports.lacking(binding, name, required, expected.size());
        } else if (!missing.isEmpty()) {
            SystemReports.note(binding, name, missing, expected.size());
        }
    }

    /**
     * Returns if the library has a function.
     *
     * @throws UnsupportedOperationException if it has not
     */
    public void require(String cName) {
        if (!whole && lacks.contains(cName)) {
            throw SystemReports.absent(binding, name, cName, cName, missing, expected.size());
        }
    }
}
