package io.github.cffi4j.it.contract.redeploy;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that deploys the {@link Application} many times, as a server does, and says what is left of it. */
public final class Redeployments {
    private static final int COLLECT_EVERY = 10;
    private static final int MOST_ROUNDS = 200;

    private final ClassLoader parent;
    private final URL[] deployed;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private Redeployments(ClassLoader parent, URL[] deployed) {
        this.parent = parent;
        this.deployed = deployed;
    }

    /**
     * Says what is left.
     *
     * @param arguments how often; the class path of what is deployed; that of what stays, which may be empty
     */
    public static void main(String[] arguments) throws Exception {
        int times = Integer.parseInt(arguments[0]);
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        ClassLoader parent = arguments[2].isEmpty() ? platform : new URLClassLoader(urls(arguments[2]), platform);
        Redeployments redeployments = new Redeployments(parent, urls(arguments[1]));
        // What the JVM itself makes when it is needed: threads, caches, classes.
        redeployments.deploy(COLLECT_EVERY);
        redeployments.collectAll();
        long metaspace = metaspace();
        int threads = Thread.getAllStackTraces().size();
        long libraries = libraries();
        redeployments.deploy(times);
        redeployments.collectAll();
        System.out.println("loaders " + redeployments.alive()
                + " threads " + (Thread.getAllStackTraces().size() - threads)
                + " libraries " + (libraries() - libraries)
                + " metaspace " + (metaspace() - metaspace));
    }

    private static URL[] urls(String path) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private void deploy(int times) throws Exception {
        for (int i = 1; i <= times; i++) {
            deploy();
            if (i % COLLECT_EVERY == 0) {
                collect();
            }
        }
    }

    /** In a method of its own, whose frame is gone before anything is collected. */
    private void deploy() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(deployed, parent)) {
            loaders.add(new WeakReference<>(loader));
            ((Runnable) loader.loadClass("io.github.cffi4j.it.contract.redeploy.Application")
                            .getConstructor()
                            .newInstance())
                    .run();
        }
    }

    private long alive() {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** Waits for the collector, and for what comes after it: on a busy machine both are late. */
    private void collect() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_ROUNDS && (i == 0 || alive() > 0 || libraries() > 0); i++) {
            System.gc();
            Thread.sleep(20);
        }
    }

    /** Collects until the JVM itself has given up the objects that it keeps for a while. */
    private void collectAll() throws IOException, InterruptedException {
        for (int i = 0; i < COLLECT_EVERY; i++) {
            collect();
        }
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    /** How many files of the library the process has mapped, as far as the system tells. */
    private static long libraries() throws IOException {
        Path map = Path.of("/proc/self/maps");
        if (!Files.exists(map)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(map)) {
            return lines.filter(line -> line.contains("it-contract."))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .count();
        }
    }
}
