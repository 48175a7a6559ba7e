package io.github.cffi4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The commands stand between a command line and the compiler. */
@AnalyzeClasses(packages = "io.github.cffi4j.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Of the runtime, only what it tells of this machine. */
    @ArchTest
    static final ArchRule commands = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "picocli",
                    "io.github.cffi4j.platform",
                    "io.github.cffi4j.cdef",
                    "io.github.cffi4j.internal.loader",
                    "io.github.cffi4j.audit",
                    "io.github.cffi4j.compiler..",
                    "io.github.cffi4j.cli");
}
