package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever uses a library made with cffi4j can have the strictest of builds: Maven's enforcer finds that the versions of all
 * dependencies agree and that no class is there twice, and javac has nothing to say (fault 3).
 */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class StrictConsumerIT {
    @Test
    void theRulesOfTheEnforcerAndOfJavacPass(Path work) throws IOException {
        TestProject library = TestProject.copy("geometry", work);
        TestProject strict = TestProject.copy("strict", work);
        ChildMaven.usual().run(work.resolve("parent"), "install").succeeded();
        library.run("install", "-Dffi.platforms=host").succeeded();

        BuildOutcome build = strict.run("package").succeeded();

        assertThat(build.text())
                .contains("DependencyConvergence passed")
                .contains("RequireUpperBoundDeps passed")
                .contains("BanDuplicateClasses passed")
                .doesNotContain("bad path element");
    }

    /** A consumer whose slf4j is another one than a dependency's does not pass: the rules are really asked. */
    @Test
    void theRulesAreAsked(Path work) throws IOException {
        TestProject strict = TestProject.copy("strict", work);
        strict.replace("pom.xml", "<groupId>org.slf4j</groupId>", "<groupId>org.scijava</groupId>");
        strict.replace("pom.xml", "<artifactId>slf4j-api</artifactId>", "<artifactId>native-lib-loader</artifactId>");
        strict.replace("pom.xml", "<version>1.7.36</version>", """
                <version>2.5.0</version>
                    </dependency>
                    <dependency>
                      <groupId>org.slf4j</groupId>
                      <artifactId>slf4j-nop</artifactId>
                """);
        strict.replace(
                "pom.xml",
                "<groupId>org.example</groupId>\n      <artifactId>geometry</artifactId>\n      <version>1.0</version>",
                "<groupId>io.github.cffi4j</groupId>\n      <artifactId>ffi-runtime</artifactId>");
        ChildMaven.usual().run(work.resolve("parent"), "install").succeeded();

        assertThat(strict.run("package").failed().text()).contains("DependencyConvergence failed");
    }
}
