package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which programs are put together: each finds the library with no configuration. */
class PackagingIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private PackedGeo geo;

    @BeforeEach
    void pack() throws IOException {
        folder = folder.toRealPath();
        geo = new PackedGeo(folder.resolve("geo"));
    }

    @Test
    void theClassPath() throws Exception {
        assertLoads(JAVA, "-cp", path(geo.jars()), PackedGeo.MAIN);
    }

    /** As a build leaves them, and a repository keeps them; its bytes are pinned like any other (fault 1). */
    @Test
    void aJarOfThePlatformThatIsBesideTheMainOneIsFoundWithoutTheClassPath() throws Exception {
        assertLoads(JAVA, "-cp", path(withoutPlatforms()), PackedGeo.MAIN);
    }

    @Test
    void withoutAJarOfThePlatformTheErrorSaysWhatToAdd() throws Exception {
        List<Path> withoutPlatforms = withoutPlatforms();
        for (Path jar : geo.platformJars) {
            Files.delete(jar);
        }

        assertThat(said(1, JAVA, "-cp", path(withoutPlatforms), PackedGeo.MAIN))
                .contains("has no native library for " + Host.current().platform() + " on the class path")
                .contains("what to do:   add this dependency, or point");
    }

    private List<Path> withoutPlatforms() {
        List<Path> jars = new ArrayList<>(geo.jars());
        jars.removeAll(geo.platformJars);
        return jars;
    }

    @Test
    void aWarmStartLoadsLittle() throws Exception {
        assertLoadsLittle(geo.jars());
    }

    /** Gradle has a folder for each artifact. */
    @Test
    void aWarmStartLoadsAsLittleWhereEachJarHasItsFolder() throws Exception {
        List<Path> jars = new ArrayList<>();
        for (Path jar : geo.jars()) {
            Path own = Files.createDirectories(folder.resolve("artifacts/" + jars.size()));
            jars.add(Files.copy(jar, own.resolve(jar.getFileName())));
        }

        assertLoadsLittle(jars);
    }

    /** Each class costs a JVM that has just started a third of a millisecond, and some of the JDK's tools cost ten. */
    private void assertLoadsLittle(List<Path> jars) throws Exception {
        String[] command = {JAVA, "-Xlog:class+load", "-cp", path(jars), PackedGeo.MAIN};
        said(0, command);
        said(0, command);

        List<String> classes = said(0, command)
                .lines()
                .filter(line -> line.contains("source:"))
                .map(line -> line.replaceAll("^\\S*\\s+(\\S+) source:.*", "$1"))
                .toList();

        assertThat(classes)
                .filteredOn(name -> name.startsWith("io.github.cffi4j."))
                .contains("io.github.cffi4j.generated.LibraryLoader")
                // One of them for musl.
                .hasSizeLessThan(17);
        assertThat(classes)
                .noneMatch(name -> name.startsWith("java.util.regex.")
                        || name.startsWith("java.util.stream.")
                        || name.startsWith("org.slf4j.")
                        || name.equals("java.util.Formatter"));
    }

    @Test
    void theModulePath() throws Exception {
        assertLoads(JAVA, "-p", path(geo.jars()), "-m", PackedGeo.MODULE + "/" + PackedGeo.MAIN);
    }

    @Test
    void aJlinkImage() throws Exception {
        Path image = folder.resolve("image");
        String platformModule =
                "geo.lib." + Host.current().platform().classifier().replace('-', '_');
        PackedGeo.tool(
                "jlink",
                "-p",
                path(geo.jars()),
                "--add-modules",
                PackedGeo.MODULE + "," + platformModule,
                "--output",
                image.toString());

        assertLoads(image.resolve("bin/java").toString(), "-m", PackedGeo.MODULE + "/" + PackedGeo.MAIN);
    }

    @Test
    void aJlinkImageWithoutThePlatformsModuleNamesIt() throws Exception {
        Path image = folder.resolve("image");
        PackedGeo.tool(
                "jlink", "-p", path(geo.jars()), "--add-modules", PackedGeo.MODULE, "--output", image.toString());

        assertThat(said(1, image.resolve("bin/java").toString(), "-m", PackedGeo.MODULE + "/" + PackedGeo.MAIN))
                .contains("what to do:   name its module for jlink, too: --add-modules geo.lib."
                        + Host.current().platform().classifier().replace('-', '_') + "; or point");
    }

    @Test
    void aFatJarWithAllPlatforms() throws Exception {
        Path fat = folder.resolve("fat.jar");
        Set<String> names = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(fat);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path jar : geo.jars()) {
                add(jar, out, names);
            }
        }

        assertLoads(JAVA, "-cp", fat.toString(), PackedGeo.MAIN);
    }

    @Test
    void twoClassLoadersEachHaveTheirOwn() throws Exception {
        System.setProperty("cffi4j.cache.dir", folder.resolve("cache").toString());
        List<URL> urls = new ArrayList<>();
        for (Path jar : geo.jars()) {
            urls.add(jar.toUri().toURL());
        }
        Set<String> files = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            try (URLClassLoader loader = new URLClassLoader(
                    urls.subList(0, 1).toArray(new URL[0]), new URLClassLoader(urls.toArray(new URL[0]), null) {
                        @Override
                        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                            // The runtime is shared, as in an application server; the binding is each application's.
                            if (name.equals(PackedGeo.MAIN)) {
                                throw new ClassNotFoundException(name);
                            }
                            return super.loadClass(name, resolve);
                        }
                    })) {
                Class<?> type = Class.forName(PackedGeo.MAIN, true, loader);
                var field = type.getDeclaredField("FILE");
                field.setAccessible(true);
                files.add(((String[]) field.get(null))[0]);
            }
        }

        assertThat(files).hasSize(3).allSatisfy(file -> assertThat(Path.of(file))
                .hasBinaryContent(PublishedGeo.loadable()));
    }

    private void assertLoads(String... command) throws IOException, InterruptedException {
        assertThat(said(0, command)).contains("loaded " + folder.resolve("cache"));
    }

    private String said(int status, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CFFI4J_CACHE_DIR", folder.resolve("cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private static void add(Path jar, JarOutputStream out, Set<String> names) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            for (JarEntry entry : in.stream().toList()) {
                if (!entry.getName().equals("module-info.class") && names.add(entry.getName())) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
    }

    private static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
