package io.github.cffi4j.dynamic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** In-line mode stands on the language, the runtime and the engine, and needs no compiler. */
@AnalyzeClasses(packages = "io.github.cffi4j.dynamic", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule needsNoCompiler = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.github.cffi4j.platform",
                    "io.github.cffi4j.cdef..",
                    "io.github.cffi4j",
                    "io.github.cffi4j.generated",
                    "io.github.cffi4j.engine",
                    "io.github.cffi4j.dynamic..");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
