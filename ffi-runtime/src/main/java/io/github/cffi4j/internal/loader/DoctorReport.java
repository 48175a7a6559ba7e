package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the loader sees of this machine, for a person who wonders why something does not load. */
final class DoctorReport {
    private static final List<String> SETTINGS = List.of(CacheFolders.PROPERTY, ChosenLibrary.FOLDER_PROPERTY);

    private DoctorReport() {}

    static String text() {
        return text(Surroundings.OF_THIS_PROCESS);
    }

    static String text(Surroundings surroundings) {
        Host host = surroundings.host();
        return new FailureReport("cffi4j's view of this machine")
                .line("this machine", host.description())
                .line(
                        "platform",
                        Platform.ofClassifier(surroundings.classifier())
                                .map(Platform::toString)
                                .orElse("none: there are no libraries for " + surroundings.classifier()))
                .line("user", surroundings.user().name())
                .line("settings", settings(surroundings))
                .line("caches", caches(surroundings))
                .line("native access", access(host))
                .toString();
    }

    private static String settings(Surroundings surroundings) {
        List<String> lines = new ArrayList<>();
        for (String property : SETTINGS) {
            lines.add(surroundings
                    .setting(property)
                    .map(setting -> setting.origin() + "=" + setting.value())
                    .orElse("-D" + property + " and " + Surroundings.variableOf(property) + " are not set"));
        }
        return String.join("\n", lines);
    }

    /** Each folder as the loader would try it; it takes the first from which a library loads. */
    private static String caches(Surroundings surroundings) {
        List<String> lines = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Path folder : CacheFolders.of(surroundings, refusals)) {
            lines.add(folder + ": " + state(folder, surroundings.user()));
        }
        refusals.forEach(refusal -> lines.add(refusal.toString()));
        return String.join("\n", lines);
    }

    private static String state(Path folder, CurrentUser user) {
        if (Files.notExists(folder)) {
            return "not there yet";
        }
        try {
            Path cache = PrivateFolder.open(folder, user).path();
            AtomicFile.write(cache.resolve("doctor"), "can be written\n".getBytes(StandardCharsets.US_ASCII));
            Files.delete(cache.resolve("doctor"));
            return isNoexec(cache) ? "mounted noexec, so nothing can be loaded from it" : "good";
        } catch (IOException e) {
            return Refusal.of(folder, e).reason();
        }
    }

    /** Linux lists its mounts as: device, folder, type, options. The last one that has a folder counts. */
    private static boolean isNoexec(Path folder) {
        boolean noexec = false;
        int longest = -1;
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/mounts"), StandardCharsets.ISO_8859_1)) {
                String[] mount = line.split(" ");
                if (folder.startsWith(Path.of(mount[1])) && mount[1].length() >= longest) {
                    longest = mount[1].length();
                    noexec = ("," + mount[3] + ",").contains(",noexec,");
                }
            }
        } catch (IOException e) {
            return false;
        }
        return noexec;
    }

    private static String access(Host host) {
        return Integer.parseInt(host.facts().javaVersion()) < 24
                ? "Java " + host.facts().javaVersion() + " does not ask for it"
                : "Java warns of libraries until it is told which module may load them: --enable-native-access=ALL-UNNAMED"
                        + "\nfor the class path, or the name of the module that has the binding";
    }
}
