package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/**
 * What a project needs that uses a library whose author leaves the native jars to its users: its main jar and the jar of a
 * platform, nothing else. Other libraries need less: {@link PublishedPomIT}.
 */
@ExtendWith(WorkFolder.class)
class ConsumerIT {
    private static final String HOST = Host.current().platform().classifier();

    private static TestProject library;

    @BeforeAll
    static void installLibrary(Path work) throws IOException {
        library = TestProject.copy("geometry", work);
        ChildMaven.usual().run(work.resolve("parent"), "install").succeeded();
        library.run("install", "-Dffi.platforms=host", "-Dffi.natives=none").succeeded();
    }

    @Test
    void twoDependenciesAreEnough(Path work) throws Exception {
        TestProject consumer = consumer(work);
        consumer.replace("pom.xml", "linux-x86_64", HOST);

        BuildOutcome program = runPackaged(consumer);

        assertThat(program.succeeded().lines()).containsExactly("C calls it a triangle");
    }

    @Test
    void withoutThePlatformsJarTheErrorNamesTheDependencyToAdd(Path work) throws Exception {
        TestProject consumer = consumer(work);
        consumer.replace("pom.xml", "<classifier>linux-x86_64</classifier>", "<type>pom</type>");

        BuildOutcome program = runPackaged(consumer);

        assertThat(program.failed().text())
                .contains("org.example.geo.Geo has no native library for " + HOST + " on the class path");
        assertThat(program.lines().stream().map(String::strip))
                .containsSequence(
                        "<dependency>",
                        "<groupId>org.example</groupId>",
                        "<artifactId>geometry</artifactId>",
                        "<version>1.0</version>",
                        "<classifier>" + HOST + "</classifier>");
    }

    @Test
    void nativeLibLoaderAloneLoadsTheLibrary() throws Exception {
        List<Path> loader = List.of(
                JavaProgram.jarOf(LoadsGeometry.class),
                JavaProgram.jarOf(NativeLoader.class),
                JavaProgram.jarOf(LoggerFactory.class),
                JavaProgram.jarOf(NOPServiceProvider.class));

        BuildOutcome without = JavaProgram.run(loader, LoadsGeometry.class.getName());
        BuildOutcome with = JavaProgram.run(and(loader, library.jar(HOST)), LoadsGeometry.class.getName());

        assertThat(without.failed().text()).contains("geometry");
        assertThat(with.succeeded().lines()).containsExactly("loaded");
    }

    private static TestProject consumer(Path work) throws IOException {
        return TestProject.copy("consumer", work);
    }

    private static BuildOutcome runPackaged(TestProject consumer) throws Exception {
        consumer.run("package").succeeded();
        return JavaProgram.run(List.of(consumer.jar(), consumer.file("target/lib/*")), "org.example.consumer.Main");
    }

    private static List<Path> and(List<Path> classPath, Path jar) {
        return Stream.concat(classPath.stream(), Stream.of(jar)).toList();
    }
}
