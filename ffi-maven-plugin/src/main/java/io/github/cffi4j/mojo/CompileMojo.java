package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.module.CompileRequest;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles and links the library of each platform, and pins their hashes in the main jar. */
// In the phase "compile", so that "mvn compile exec:java" and a sibling's "mvn compile" find what the loader asks for.
@Mojo(name = "compile", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public class CompileMojo extends AbstractFfiMojo {
    @Override
    void run() throws Exception {
        Path testClasses = Path.of(mavenProject().getBuild().getTestOutputDirectory());
        module(ffiProject()).compile(new CompileRequest(testClasses));
    }
}
