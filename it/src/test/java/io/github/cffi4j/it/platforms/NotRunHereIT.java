package io.github.cffi4j.it.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.facts.CodeSignature;
import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.it.WorkFolder;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Libraries for systems that do not run here: what their loaders would ask of them, read from the bytes, by the audit and by
 * LLVM. Hosted runners run them.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class NotRunHereIT {

    static Stream<Arguments> libraries() {
        return Stream.of("contract", "quickstart").flatMap(module -> Platform.of(Leg.TIER).stream()
                .filter(platform -> platform.os() != OperatingSystem.LINUX || !Leg.runs(platform))
                .map(platform -> Arguments.of(module, platform)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void theAuditReadsWhatLlvmReads(String module, Platform platform, Path work) throws Exception {
        LibraryFacts facts = facts(module, platform);
        Path file = Files.write(work.resolve("library"), library(module, platform));

        LlvmReading llvm = LlvmReading.of(platform, file);

        assertThat(exports(facts)).isNotEmpty().isEqualTo(llvm.exports());
        assertThat(imports(platform, facts)).isNotEmpty().isEqualTo(llvm.imports());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void exportsAreThoseThatWereRun(String module, Platform platform) throws Exception {
        Set<String> exports = exports(facts(module, platform));
        exports.removeAll(Set.of("_mh_dylib_header", "__dso_handle"));

        assertThat(exports).isEqualTo(exportsThatRan(module, platform));
    }

    private static Set<String> exportsThatRan(String module, Platform platform) throws Exception {
        Platform run = platform.arch().bits() == Long.SIZE ? Platform.LINUX_X86_64 : Platform.LINUX_ARM_32;
        Set<String> exports = new TreeSet<>(exports(facts(module, run)));
        if (platform.os() == OperatingSystem.WINDOWS) {
            Set<String> ofWindows = exports(facts(module, Platform.WINDOWS_X86_64));
            ofWindows.removeAll(exports(facts(module, Platform.LINUX_X86_64)));
            exports.addAll(ofWindows);
        }
        return exports;
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachImportIsInTheLibraryItIsBoundTo(String module, Platform platform) throws Exception {
        for (ImportedSymbol symbol : facts(module, platform).common().imports()) {
            switch (platform.os()) {
                // zig's lists of what they offer are not text. What is not on one cannot be linked, nor get a version.
                case FREEBSD ->
                    assertThat(symbol.version()).as(symbol.toString()).startsWith("FBSD_1.");
                case LINUX -> assertThat(symbol.version()).as(symbol.toString()).startsWith("GLIBC_2.");
                case OSX, WINDOWS ->
                    assertThat(SystemLibraries.offers(symbol.library()))
                            .as(symbol.toString())
                            .contains(spelled(platform, symbol.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void itsLoaderTakesIt(String module, Platform platform) throws Exception {
        LibraryFacts facts = facts(module, platform);

        assertThat(facts.common().paths()).isEmpty();
        if (facts instanceof MachOFacts mac) {
            assertThat(mac.target()).contains(new MachOFacts.Target("macOS", "11.0"));
            assertThat(mac.installName())
                    .hasValueSatisfying(name -> assertThat(name).startsWith("@rpath/lib"));
            assertThat(mac.runPaths()).isEmpty();
            assertThat(mac.common().needed()).containsExactly("/usr/lib/libSystem.B.dylib");
            // Only arm64 asks for a signature. Its page hashes are computed anew.
            assertThat(mac.signature().map(CodeSignature::intact))
                    .isEqualTo(platform.arch() == Architecture.AARCH_64 ? Optional.of(true) : Optional.empty());
        } else if (facts instanceof ElfFacts elf) {
            assertThat(elf.runPaths()).isEmpty();
            assertThat(elf.common().needed())
                    .isSubsetOf(
                            platform.os() == OperatingSystem.FREEBSD
                                    ? List.of("libc.so.7", "libm.so.5", "libthr.so.3")
                                    : List.of("libc.so.6", "libm.so.6", "ld-linux-loongarch-lp64d.so.1"));
        } else {
            PeFacts pe = (PeFacts) facts;
            assertThat(pe.common().needed()).isSubsetOf("KERNEL32.dll", "ucrtbase.dll");
            assertThat(pe.dynamicBase() && pe.nxCompatible()).isTrue();
            assertThat(pe.highEntropy()).isEqualTo(platform.arch().bits() == Long.SIZE);
        }
    }

    private static LibraryFacts facts(String module, Platform platform) throws Exception {
        return LibraryReader.read(library(module, platform)).get(0);
    }

    private static byte[] library(String module, Platform platform) throws Exception {
        String artifact = module.equals("contract") ? "it-contract" : module;
        return ClassifierJars.library(Path.of(TestSettings.property("it." + module)), artifact, platform);
    }

    private static Set<String> exports(LibraryFacts facts) {
        return facts.common().exports().stream()
                .map(ExportedSymbol::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> imports(Platform platform, LibraryFacts facts) {
        return facts.common().imports().stream()
                .map(symbol -> spelled(platform, symbol.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** macOS has an underscore before C's names, which the binder of its stubs is not. */
    private static String spelled(Platform platform, String name) {
        return platform.os() == OperatingSystem.OSX && !name.equals("dyld_stub_binder") ? "_" + name : name;
    }
}
