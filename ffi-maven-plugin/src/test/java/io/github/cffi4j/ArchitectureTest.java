package io.github.cffi4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * The build flows one way: text to declarations to a checked binding to Java and C, compiled and packed. Maven is known
 * to the goals alone.
 */
@AnalyzeClasses(
        packages = {"io.github.cffi4j.build", "io.github.cffi4j.mojo"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CDEF = "io.github.cffi4j.cdef";
    private static final String PLATFORM = "io.github.cffi4j.platform";
    private static final String LOADER = "io.github.cffi4j.loader";
    private static final String BUILD = "io.github.cffi4j.build.";
    private static final String TEXT = BUILD + "text";
    private static final String MOJO = "io.github.cffi4j.mojo";

    /** Every layer writes with it. */
    @ArchTest
    static final ArchRule text = only("text");

    @ArchTest
    static final ArchRule processStandsOnJava = only("process");

    @ArchTest
    static final ArchRule traceStandsOnJava = only("trace");

    @ArchTest
    static final ArchRule fetch = only(
            "fetch", BUILD + "process", PLATFORM, "javax.net.ssl", "org.apache.commons.compress..", "org.tukaani.xz");

    @ArchTest
    static final ArchRule zig = only("zig", BUILD + "process", BUILD + "fetch", PLATFORM);

    @ArchTest
    static final ArchRule resolve = only("resolve", "javax.lang.model", CDEF, PLATFORM);

    @ArchTest
    static final ArchRule verify = only("verify", CDEF, PLATFORM, BUILD + "resolve");

    @ArchTest
    static final ArchRule emit = only("emit", CDEF, PLATFORM, BUILD + "resolve", BUILD + "verify");

    @ArchTest
    static final ArchRule compile =
            only("compile", BUILD + "process", BUILD + "fetch", BUILD + "trace", BUILD + "zig", PLATFORM);

    /** The hash of a library is one of fetch's, and the loader says which module a jar has to be. */
    @ArchTest
    static final ArchRule pack = only("pack", BUILD + "compile", BUILD + "fetch", PLATFORM, LOADER);

    @ArchTest
    static final ArchRule auditBytes = only("audit.bytes");

    @ArchTest
    static final ArchRule auditFacts = only("audit.facts", BUILD + "audit.bytes");

    @ArchTest
    static final ArchRule auditElf = only("audit.elf", BUILD + "audit.bytes", BUILD + "audit.facts");

    @ArchTest
    static final ArchRule auditMachO = only("audit.macho", BUILD + "audit.bytes", BUILD + "audit.facts");

    @ArchTest
    static final ArchRule auditPe = only("audit.pe", BUILD + "audit.bytes", BUILD + "audit.facts");

    /** How a binding is called in a library is what emit wrote. */
    @ArchTest
    static final ArchRule auditRead = only(
            "audit.read",
            BUILD + "audit.bytes",
            BUILD + "audit.facts",
            BUILD + "audit.elf",
            BUILD + "audit.macho",
            BUILD + "audit.pe",
            BUILD + "emit");

    @ArchTest
    static final ArchRule auditPolicy = only("audit.policy", PLATFORM);

    @ArchTest
    static final ArchRule auditCheck = only(
            "audit.check",
            BUILD + "audit.bytes",
            BUILD + "audit.facts",
            BUILD + "audit.policy",
            BUILD + "audit.read",
            BUILD + "fetch",
            PLATFORM);

    @ArchTest
    static final ArchRule auditReport =
            only("audit.report", BUILD + "audit.check", BUILD + "audit.facts", BUILD + "audit.policy", BUILD + "json");

    @ArchTest
    static final ArchRule audit = only("audit", BUILD + "audit..", PLATFORM);

    @ArchTest
    static final ArchRule json = only("json");

    @ArchTest
    static final ArchRule sbom =
            only("sbom", BUILD + "compile", BUILD + "fetch", BUILD + "json", BUILD + "zig", PLATFORM);

    @ArchTest
    static final ArchRule publish = only("publish", BUILD + "json", PLATFORM);

    @ArchTest
    static final ArchRule project = only("project", "javax.lang.model", CDEF, PLATFORM, BUILD + ".");

    @ArchTest
    static final ArchRule nothingStandsOnTheGoals = noClasses()
            .that()
            .resideInAPackage(BUILD + ".")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MOJO);

    @ArchTest
    static final ArchRule onlyTheGoalsKnowMaven = noClasses()
            .that()
            .resideOutsideOfPackage(MOJO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "javax.inject");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.cffi4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static ArchRule only(String layer, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(BUILD + layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(allowed, "java..", TEXT, BUILD + layer));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
