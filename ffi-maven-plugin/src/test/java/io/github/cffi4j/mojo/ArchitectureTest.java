package io.github.cffi4j.mojo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The goals stand between Maven and the compiler. */
@AnalyzeClasses(packages = "io.github.cffi4j.mojo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Of the runtime, only what a build tells of this machine. */
    @ArchTest
    static final ArchRule goals = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.inject",
                    "javax.tools",
                    "org.apache.maven..",
                    "org.codehaus.plexus..",
                    "org.eclipse.aether..",
                    "io.github.cffi4j.platform",
                    "io.github.cffi4j.cdef",
                    "io.github.cffi4j.internal.loader",
                    // Asks the loader of this machine for a library.
                    "io.github.cffi4j.generated",
                    "io.github.cffi4j.audit..",
                    "io.github.cffi4j.compiler..",
                    "io.github.cffi4j.mojo");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
