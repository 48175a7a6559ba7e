package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM as a user names it.
 *
 * @param platform empty if the JVM's own files tell
 * @param path its folder, its program, or a script that starts it
 */
public record JvmSetting(Optional<Platform> platform, Path path) {
    private static final Pattern NAMED = Pattern.compile("([a-z]+-[a-z0-9_]+(?:-musl)?)=(.+)");

    /** Reads {@code /opt/jdk-s390x} or {@code linux-s390_64=/opt/java-of-s390x}. */
    public static JvmSetting parse(String text) {
        Matcher named = NAMED.matcher(text.strip());
        if (!named.matches()) {
            return new JvmSetting(Optional.empty(), Path.of(text.strip()));
        }
        Optional<Platform> platform = Platform.ofClassifier(named.group(1));
        if (platform.isEmpty()) {
            throw new WrongSettingException("<jvms>: no such platform: '" + named.group(1) + "' of '" + text
                    + "'; there are " + String.join(" ", Platform.classifiers()));
        }
        return new JvmSetting(platform, Path.of(named.group(2)));
    }
}
