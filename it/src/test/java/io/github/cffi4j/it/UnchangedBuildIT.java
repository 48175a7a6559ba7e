package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The build people run all day. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class UnchangedBuildIT {

    @Test
    void startsNoProcessAtAll(Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work);

        assertThat(processesOf(project, work.resolve("first.jfr")))
                .as("what the recorder sees")
                .anyMatch(command -> command.contains("zig"));

        assertThat(processesOf(project, work.resolve("second.jfr"))).isEmpty();
    }

    @Test
    void tellsItsTimesAndDrawsThem(Path work) throws IOException {
        TestProject project = TestProject.copy("geometry", work);

        BuildOutcome build =
                project.run("package", "-Dffi.platforms=host", "-Dffi.timings").succeeded();

        assertThat(build.text()).contains("where the time went").doesNotContain("Exception in thread");
        assertThat(project.read("target/ffi/trace.json"))
                .startsWith("{\"traceEvents\":[")
                .contains("GenerateMojo", "CompileMojo", "PackageMojo", "\"link\"");
    }

    /** The commands that Maven's own JVM has started, by the JVM's own record. */
    private static List<String> processesOf(TestProject project, Path recording) throws IOException {
        ChildMaven.usual()
                .with("JDK_JAVA_OPTIONS", "-XX:StartFlightRecording:dumponexit=true,filename=\"" + recording + "\"")
                .run(project.folder(), "package", "-Dffi.cache.megabytes=0")
                .succeeded();
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ProcessStart"))
                .map(event -> event.getString("command"))
                .toList();
    }
}
