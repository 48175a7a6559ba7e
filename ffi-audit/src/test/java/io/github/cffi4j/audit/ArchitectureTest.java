package io.github.cffi4j.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The audit flows one way: bytes to facts, held against policies, to a report. */
@AnalyzeClasses(packages = "io.github.cffi4j.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PLATFORM = "io.github.cffi4j.platform";
    private static final String AUDIT = "io.github.cffi4j.audit.";

    @ArchTest
    static final ArchRule jni = only("jni");

    @ArchTest
    static final ArchRule json = only("json");

    @ArchTest
    static final ArchRule bytes = only("bytes");

    @ArchTest
    static final ArchRule facts = only("facts", AUDIT + "bytes");

    @ArchTest
    static final ArchRule elf = only("elf", AUDIT + "bytes", AUDIT + "facts");

    @ArchTest
    static final ArchRule machO = only("macho", AUDIT + "bytes", AUDIT + "facts");

    @ArchTest
    static final ArchRule pe = only("pe", AUDIT + "bytes", AUDIT + "facts");

    @ArchTest
    static final ArchRule read =
            only("read", AUDIT + "bytes", AUDIT + "facts", AUDIT + "elf", AUDIT + "macho", AUDIT + "pe", AUDIT + "jni");

    @ArchTest
    static final ArchRule policy = only("policy", PLATFORM);

    @ArchTest
    static final ArchRule check =
            only("check", AUDIT + "bytes", AUDIT + "facts", AUDIT + "policy", AUDIT + "read", PLATFORM);

    @ArchTest
    static final ArchRule report = only("report", AUDIT + "check", AUDIT + "facts", AUDIT + "policy", AUDIT + "json");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.cffi4j.audit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheProgramPrints =
            noClasses().that().doNotBelongToAnyOf(AuditProgram.class).should(ACCESS_STANDARD_STREAMS);

    private static ArchRule only(String layer, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(AUDIT + layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(allowed, "java..", AUDIT + layer));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
