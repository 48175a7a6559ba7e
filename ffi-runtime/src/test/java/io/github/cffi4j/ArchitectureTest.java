package io.github.cffi4j;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: internal.memory, users' types, internal.loader beside them, what generated code calls. */
@AnalyzeClasses(packages = "io.github.cffi4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String USERS = "io.github.cffi4j";
    private static final String GENERATED = "io.github.cffi4j.generated";
    private static final String NATIVELIB = "io.github.cffi4j.nativelib";
    private static final String MEMORY = "io.github.cffi4j.internal.memory";
    private static final String LOADER = "io.github.cffi4j.internal.loader";
    private static final String PLATFORM = "io.github.cffi4j.platform";
    private static final String NULLNESS = "org.jspecify.annotations";

    @ArchTest
    static final ArchRule memoryStandsOnJava = only(MEMORY, "java..", "sun.misc", MEMORY);

    @ArchTest
    static final ArchRule onlyOneClassTouchesRawMemory = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.github.cffi4j.internal.memory.RawMemory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sun..");

    @ArchTest
    static final ArchRule usersTypesStandOnMemory = only(USERS, "java..", NULLNESS, MEMORY, USERS);

    @ArchTest
    static final ArchRule generatedCodeCallsWhatStandsOnAllOfThem =
            only(GENERATED, "java..", NULLNESS, PLATFORM, MEMORY, USERS, LOADER, GENERATED);

    @ArchTest
    static final ArchRule loaderStandsApart = only(LOADER, "java..", "org.slf4j..", PLATFORM, USERS, LOADER);

    @ArchTest
    static final ArchRule loaderKnowsOnlyTheExceptionOfUsers = noClasses()
            .that()
            .resideInAPackage(LOADER)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Pointer.class, PointerType.class, Arena.class, Segment.class);

    @ArchTest
    static final ArchRule nativeLibLoaderIsKnownInOnePackage =
            only(NATIVELIB, "java..", NULLNESS, "org.scijava..", USERS, LOADER, NATIVELIB);

    @ArchTest
    static final ArchRule thereAreNoOtherPackages =
            classes().should().resideInAnyPackage(USERS, GENERATED, NATIVELIB, MEMORY, LOADER, PLATFORM);

    /** The check that javac's lint "exports" makes; the lint would warn of the annotations of nullness as well. */
    @ArchTest
    static final ArchRule exportedSignaturesNameNothingInternal = noCodeUnits()
            .that()
            .arePublic()
            .or()
            .areProtected()
            .and()
            .areDeclaredInClassesThat(exported())
            .should()
            .haveRawParameterTypes(anyElementThat(resideInAPackage("..internal..")))
            .orShould()
            .haveRawReturnType(resideInAPackage("..internal.."));

    private static DescribedPredicate<JavaClass> exported() {
        return resideInAnyPackage(USERS, GENERATED, NATIVELIB).and(modifier(JavaModifier.PUBLIC));
    }

    private static ArchRule only(String layer, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
