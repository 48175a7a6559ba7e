package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests of a module, and what they run with.
 *
 * @param classes the folder of the compiled tests
 * @param jar the module's main jar
 * @param natives the jar of each platform; none if the module ships no native code
 * @param dependencies what the tests need besides, JUnit's console launcher included
 * @param settings of the user
 * @param folder the working directory, as in other runs of these tests
 * @param work where reports go
 */
public record TestSuite(
        Path classes,
        Path jar,
        Map<Platform, Path> natives,
        List<Path> dependencies,
        TestSettings settings,
        Path folder,
        Path work) {

    /**
     * The settings of a run.
     *
     * @param names patterns of test classes, such as {@code Geo*Test}; the customary names if empty
     * @param excludedTags JUnit's tags of tests to leave out
     * @param options of each JVM
     * @param limit how long a leg may take
     */
    public record TestSettings(List<String> names, List<String> excludedTags, List<String> options, Duration limit) {}

    /** The names that surefire takes for those of tests. */
    private static final Pattern CUSTOMARY = Pattern.compile("Test.*|.*Tests?|.*TestCase");

    /**
     * The names of the test classes. JUnit is not left to search: an emulated process of 32 bits cannot list most folders.
     *
     * @throws WrongSettingException if there are none
     */
    List<String> testClasses() throws IOException {
        List<String> found = List.of();
        if (Files.isDirectory(classes)) {
            try (Stream<Path> files = Files.walk(classes)) {
                found = files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("$"))
                        .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
                        .filter(this::wanted)
                        .sorted()
                        .toList();
            }
        }
        if (found.isEmpty()) {
            throw new WrongSettingException("no test classes in " + classes
                    + (settings.names().isEmpty() ? "" : " match " + String.join(",", settings.names()))
                    + "\n  fix: run a phase that compiles them before: mvn package ffi:test");
        }
        return found;
    }

    /** The tests, the main jar, and that of the platform: as a user of the library has them. */
    List<Path> classPath(Platform platform) {
        List<Path> path = new ArrayList<>(List.of(classes, jar));
        Optional.ofNullable(natives.get(platform)).ifPresent(path::add);
        path.addAll(dependencies);
        return path;
    }

    private boolean wanted(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return settings.names().isEmpty()
                ? CUSTOMARY.matcher(simple).matches()
                : settings.names().stream()
                        .anyMatch(pattern -> glob(pattern).matcher(simple).matches());
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
