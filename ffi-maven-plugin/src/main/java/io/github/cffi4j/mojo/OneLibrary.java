package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.File;
import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * The settings that all executions of a module must share: a module has one library, in one jar for each platform. Another execution with
 * settings of its own would delete what the first has generated.
 *
 * @param library its name
 * @param cdefs the root of its cdefs
 * @param sources roots of its sources
 */
record OneLibrary(String library, File cdefs, List<String> sources) {

    /**
     * @throws WrongSettingException if an execution before this one built another library
     */
    static void check(MavenProject project, String library, File cdefs, List<SourceDirectory> sources) {
        OneLibrary mine = new OneLibrary(
                library, cdefs, sources.stream().map(SourceDirectory::toString).toList());
        Object before = project.getContextValue(OneLibrary.class.getName());
        if (before instanceof OneLibrary other && !other.equals(mine)) {
            throw new WrongSettingException("a module has one library: an execution before this one built "
                    + other + ", this one is to build " + mine
                    + "; fix: put the second library into a module of its own; or put all cdefs below one <cdefDirectory>, and"
                    + " they become classes of one library; settings of both executions belong in the <configuration> of the"
                    + " plugin");
        }
        project.setContextValue(OneLibrary.class.getName(), mine);
    }

    @Override
    public String toString() {
        return "'" + library + "' (cdefs in " + cdefs + (sources.isEmpty() ? "" : ", sources in " + sources) + ")";
    }
}
