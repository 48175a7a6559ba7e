package io.github.cffi4j.cdef;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The language flows one way: text to declarations, to what they mean, to how it lies in memory. */
@AnalyzeClasses(packages = "io.github.cffi4j.cdef", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PLATFORM = "io.github.cffi4j.platform";
    private static final String CDEF = "io.github.cffi4j.cdef";

    @ArchTest
    static final ArchRule declarations = only(CDEF);

    @ArchTest
    static final ArchRule model = only(CDEF + ".model", CDEF);

    @ArchTest
    static final ArchRule layout = only(CDEF + ".layout", CDEF, CDEF + ".model");

    /** Names in Java are the business of the packages that write Java. */
    @ArchTest
    static final ArchRule noJavaNames = noMembers()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CDEF + ".model", CDEF + ".layout")
            .should()
            .haveNameMatching("(?i).*java.*");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static ArchRule only(String layer, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Arrays.stream(allowed), Stream.of("java..", PLATFORM, layer))
                        .toArray(String[]::new));
    }
}
