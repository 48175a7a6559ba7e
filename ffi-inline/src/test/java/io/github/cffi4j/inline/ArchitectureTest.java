package io.github.cffi4j.inline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** C in a program stands on in-line mode and on the compiler. */
@AnalyzeClasses(packages = "io.github.cffi4j.inline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule standsOnInLineModeAndTheCompiler = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.junit.jupiter.api..",
                    "io.github.cffi4j",
                    "io.github.cffi4j.platform",
                    "io.github.cffi4j.cdef..",
                    "io.github.cffi4j.compiler..",
                    "io.github.cffi4j.dynamic",
                    "io.github.cffi4j.internal.loader",
                    "io.github.cffi4j.inline");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
