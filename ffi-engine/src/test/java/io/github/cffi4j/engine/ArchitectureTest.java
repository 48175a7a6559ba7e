package io.github.cffi4j.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The engine stands on the runtime, and neither on the language nor on the compiler. */
@AnalyzeClasses(packages = "io.github.cffi4j.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule standsOnTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.cffi4j.cdef..",
                    "io.github.cffi4j.compiler..",
                    "io.github.cffi4j.audit..",
                    "io.github.cffi4j.mojo..");
}
