package io.github.cffi4j.compiler;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import java.util.stream.Stream;

/** The build flows one way: text to declarations to a checked binding to Java and C, compiled and packed. */
@AnalyzeClasses(packages = "io.github.cffi4j.compiler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CDEF = "io.github.cffi4j.cdef";
    private static final String MODEL = CDEF + ".model";
    private static final String JNI = "io.github.cffi4j.audit.jni";
    private static final String JSON = "io.github.cffi4j.audit.json";
    private static final String PLATFORM = "io.github.cffi4j.platform";
    private static final String LOADER = "io.github.cffi4j.internal.loader";
    private static final String GENERATED = "io.github.cffi4j.generated";
    private static final String COMPILER = "io.github.cffi4j.compiler.";
    private static final String TEXT = COMPILER + "text";
    private static final String SETTING = COMPILER + "setting";

    /** Every layer writes with it. */
    @ArchTest
    static final ArchRule text = only("text");

    /** Every layer refuses a wrong setting with it. */
    @ArchTest
    static final ArchRule setting = only("setting");

    @ArchTest
    static final ArchRule processStandsOnJava = only("process");

    @ArchTest
    static final ArchRule traceStandsOnJava = only("trace");

    @ArchTest
    static final ArchRule fetch = only(
            "fetch",
            COMPILER + "process",
            PLATFORM,
            "javax.net.ssl",
            "org.apache.commons.compress..",
            "org.tukaani.xz");

    @ArchTest
    static final ArchRule zig = only("zig", COMPILER + "process", COMPILER + "fetch", PLATFORM);

    @ArchTest
    static final ArchRule resolve = only("resolve", CDEF, MODEL, PLATFORM);

    /** The meaning of a declaration in C is known before it gets a name in Java. */
    @ArchTest
    static final ArchRule naming = only("naming", "javax.lang.model", CDEF, MODEL, PLATFORM, COMPILER + "resolve");

    /** Names are the business of the packages behind. */
    @ArchTest
    static final ArchRule noJavaNames = noMembers()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(COMPILER + "resolve")
            .should()
            .haveNameMatching("(?i).*java.*");

    @ArchTest
    static final ArchRule verify = only("verify", CDEF, MODEL, PLATFORM, COMPILER + "naming", COMPILER + "resolve");

    @ArchTest
    static final ArchRule emit = only(
            "emit",
            CDEF,
            MODEL,
            JNI,
            PLATFORM,
            COMPILER + "naming",
            COMPILER + "resolve",
            COMPILER + "verify",
            COMPILER + "emit.crossing");

    @ArchTest
    static final ArchRule crossing = only(
            "emit.crossing", CDEF, MODEL, PLATFORM, COMPILER + "naming", COMPILER + "resolve", COMPILER + "verify");

    /** How a value crosses is told in one package: the emitters do not ask for the kind of a type. */
    @ArchTest
    static final ArchRule onlyCrossingsAskForKinds = noClasses()
            .that()
            .resideInAPackage(COMPILER + "emit")
            .should()
            .dependOnClassesThat(describe("are kinds of types", ArchitectureTest::kind));

    @ArchTest
    static final ArchRule object = only("object");

    @ArchTest
    static final ArchRule compile = only(
            "compile",
            COMPILER + "object",
            COMPILER + "process",
            COMPILER + "fetch",
            COMPILER + "trace",
            COMPILER + "zig",
            PLATFORM);

    @ArchTest
    static final ArchRule toolchain =
            only("toolchain", COMPILER + "compile", COMPILER + "fetch", COMPILER + "zig", PLATFORM);

    @ArchTest
    static final ArchRule nativebuild = only(
            "nativebuild",
            COMPILER + "compile",
            COMPILER + "fetch",
            COMPILER + "process",
            COMPILER + "toolchain",
            COMPILER + "trace",
            COMPILER + "zig",
            PLATFORM);

    @ArchTest
    static final ArchRule prebuilt = only("prebuilt", COMPILER + "compile", COMPILER + "fetch", PLATFORM);

    @ArchTest
    static final ArchRule header =
            only("header", COMPILER + "compile", COMPILER + "process", PLATFORM, "com.fasterxml.jackson.core..");

    /** Tries what it makes as the project would build it. */
    @ArchTest
    static final ArchRule importer = only(
            "importer",
            CDEF,
            PLATFORM,
            COMPILER + "compile",
            COMPILER + "header",
            COMPILER + "project",
            COMPILER + "verify");

    /** The hash of a library is one of fetch's, and the loader says which module a jar has to be. */
    @ArchTest
    static final ArchRule pack = only("pack", COMPILER + "compile", COMPILER + "fetch", PLATFORM, GENERATED, LOADER);

    @ArchTest
    static final ArchRule sbom =
            only("sbom", COMPILER + "compile", COMPILER + "fetch", JSON, COMPILER + "zig", PLATFORM);

    @ArchTest
    static final ArchRule publish = only("publish", JSON, PLATFORM);

    /** Reads a library of a JVM to know its platform, and JUnit's reports. */
    @ArchTest
    static final ArchRule testrun = only(
            "testrun",
            "io.github.cffi4j.audit.bytes",
            "io.github.cffi4j.audit.facts",
            "io.github.cffi4j.audit.read",
            COMPILER + "fetch",
            COMPILER + "process",
            "javax.xml..",
            "org.w3c.dom",
            "org.xml.sax",
            PLATFORM);

    @ArchTest
    static final ArchRule project = only(
            "project",
            "javax.lang.model",
            CDEF,
            MODEL,
            JNI,
            PLATFORM,
            COMPILER + "compile",
            COMPILER + "emit..",
            COMPILER + "fetch",
            COMPILER + "naming",
            COMPILER + "object",
            COMPILER + "process",
            COMPILER + "resolve",
            COMPILER + "trace",
            COMPILER + "verify",
            COMPILER + "zig");

    /** The whole build: it stands on all other packages. */
    @ArchTest
    static final ArchRule module = only("module", CDEF, PLATFORM, "io.github.cffi4j.audit..", COMPILER + ".");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.cffi4j.compiler.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** The kinds, and what asks for them. A binding lists its integers and floating types, whose names emitters read. */
    private static boolean kind(JavaClass type) {
        return type.isAssignableTo(ResolvedType.class)
                        && !type.isEquivalentTo(ResolvedType.class)
                        && !type.isEquivalentTo(ResolvedType.PlatformInteger.class)
                        && !type.isEquivalentTo(ResolvedType.PlatformFloat.class)
                || Stream.of(ResolvedType.Visitor.class, ScalarKind.class, ComplexKind.class)
                        .anyMatch(type::isEquivalentTo);
    }

    private static ArchRule only(String layer, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(COMPILER + layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(allowed, "java..", TEXT, SETTING, COMPILER + layer));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
