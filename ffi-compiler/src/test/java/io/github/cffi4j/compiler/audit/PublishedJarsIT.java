package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.read.JarReader;
import io.github.cffi4j.audit.read.JarReader.JarEntry;
import io.github.cffi4j.audit.read.LibraryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The libraries of well-known jars, read by us and by binutils and LLVM: the same is found. {@code .ci/demanding} provides
 * jars and tools and says where they are.
 */
@Tag("demanding")
class PublishedJarsIT {
    @TempDir
    private Path folder;

    private int elf;
    private int machO;
    private int pe;

    @Test
    void areReadAsOthersReadThem() throws Exception {
        InspectionTools tools = InspectionTools.ofProperties();
        SoftAssertions differences = new SoftAssertions();
        for (Path jar : jars()) {
            for (JarEntry entry : JarReader.read(jar)) {
                compare(tools, jar.getFileName() + "!/" + entry.name(), entry.bytes(), differences);
            }
        }
        differences.assertAll();
        assertThat(elf).as("ELF files").isGreaterThan(20);
        assertThat(machO).as("Mach-O files").isGreaterThan(4);
        assertThat(pe).as("PE files").isGreaterThan(6);
    }

    private void compare(InspectionTools tools, String name, byte[] bytes, SoftAssertions differences)
            throws Exception {
        List<LibraryFacts> slices = LibraryReader.read(bytes);
        // LLVM is asked about thin files; what splits fat ones has a test of its own.
        assertThat(slices).as(name).hasSize(1);
        Path file = Files.write(folder.resolve("library"), bytes);
        LibraryFacts facts = slices.get(0);
        if (facts instanceof ElfFacts known) {
            elf++;
            differences
                    .assertThat(Inspected.of(known).differences(tools.elf(file)))
                    .as(name)
                    .isEmpty();
        } else if (facts instanceof MachOFacts known) {
            machO++;
            differences
                    .assertThat(Inspected.of(known).differences(tools.machO(file)))
                    .as(name)
                    .isEmpty();
        } else if (facts instanceof PeFacts known) {
            pe++;
            differences
                    .assertThat(Inspected.of(known).differences(tools.pe(file)))
                    .as(name)
                    .isEmpty();
            differences
                    .assertThat(tools.dllNames(file)
                            .orElse(Inspected.sorted(known.common().needed())))
                    .as(name)
                    .isEqualTo(Inspected.sorted(known.common().needed()));
        }
    }

    private static List<Path> jars() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("audit.jars")))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
