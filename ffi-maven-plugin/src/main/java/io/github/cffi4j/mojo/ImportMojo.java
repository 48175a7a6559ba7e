package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.importer.ImportRequest;
import io.github.cffi4j.compiler.importer.ImportResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a cdef of a C header, for all platforms of the module, or brings imported cdefs in step with their headers:
 * {@code mvn ffi:import -Dheader=git2.h -Dto=org/example/git/Git}. What is imported stands as a recipe in the cdef; what a
 * parameter does not say stays as the recipe has it.
 */
@Mojo(name = "import", threadSafe = true)
public class ImportMojo extends AbstractFfiMojo {

    /** The headers, as C includes them, with commas between. The folders that have them are those of the module's C. */
    @Parameter(property = "header")
    private List<String> header = List.of();

    /**
     * The cdef, by its path below the folder of cdefs: {@code org/example/git/Git}. Without it, all cdefs with a recipe are
     * imported again.
     */
    @Parameter(property = "to")
    private String to;

    /**
     * Patterns of files whose declarations are taken, such as {@code git2/*.h}; {@code **} stands for any folders. By default,
     * the headers and what is beside and below them.
     */
    @Parameter(property = "from")
    private List<String> from = List.of();

    /**
     * The names of functions and variables, such as {@code git_repository_*,git_libgit2_init}, or regular expressions for them;
     * by default, all. Types come as they are needed.
     */
    @Parameter(property = "functions")
    private String functions;

    /** The names of macros and of enumerators of enums without a name, or regular expressions for them; by default, all. */
    @Parameter(property = "constants")
    private String constants;

    /** The names of types to take even if no function needs them, or regular expressions for them. */
    @Parameter(property = "types")
    private String types;

    /** The names of structs and unions to take as handles, without their members, or regular expressions for them. */
    @Parameter(property = "opaque")
    private String opaque;

    /** Takes only what the module's Java sources mention. */
    @Parameter(property = "used")
    private Boolean used;

    /** Takes the headers' comments, which then stand in the Javadoc; {@code true} unless the recipe says otherwise. */
    @Parameter(property = "comments")
    private Boolean comments;

    /** Writes nothing, and fails with the differences if a cdef is not in step with its headers. */
    @Parameter(property = "check", defaultValue = "false")
    private boolean check;

    @Override
    boolean importing() {
        return true;
    }

    @Override
    void run() throws Exception {
        ImportRequest request = new ImportRequest(
                Optional.ofNullable(to),
                new ImportRequest.Changes(
                        header,
                        from,
                        Optional.ofNullable(functions),
                        Optional.ofNullable(constants),
                        Optional.ofNullable(types),
                        Optional.ofNullable(opaque),
                        Optional.ofNullable(used),
                        Optional.ofNullable(comments)),
                check,
                mavenProject().getCompileSourceRoots().stream().map(Path::of).toList());
        for (ImportResult result : module(ffiProject()).importHeader(request)) {
            result.summary().forEach(getLog()::info);
            Path base = mavenProject().getBasedir().toPath();
            Path cdef = result.cdef().startsWith(base) ? base.relativize(result.cdef()) : result.cdef();
            getLog().info(cdef + (check ? " is in step" : result.changed() ? " written" : " unchanged")
                    + " and verified on the platforms of the module");
        }
    }
}
