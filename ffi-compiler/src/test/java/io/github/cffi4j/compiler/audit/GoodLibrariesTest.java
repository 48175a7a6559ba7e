package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Auditor;
import io.github.cffi4j.audit.check.ExpectedPlatform;
import io.github.cffi4j.audit.check.Subject;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.LayoutStamp;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Libraries with nothing wrong, of all formats, widths and byte orders zig has, and the facts read from them. */
class GoodLibrariesTest {
    @TempDir
    private Path folder;

    private TestLibraries libraries;

    @BeforeEach
    void libraries() {
        libraries = new TestLibraries(folder);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void pass(Platform platform) throws Exception {
        byte[] library = libraries.good(platform.zigTarget());
        AuditedFile audited = new Auditor(AuditSettings.none())
                .audit(new Subject("library", library, ExpectedPlatform.of(platform), Optional.empty()));
        assertThat(audited.findings()).isEmpty();
        assertThat(audited.policy()).isPresent();
        assertThat(audited.platform()).isEqualTo(platform.classifier());
        assertFacts(audited.facts());
    }

    @ParameterizedTest
    @CsvSource({
        "powerpc-linux-musleabi, ppc_32, 32, true",
        "s390x-linux-gnu, s390_64, 64, true",
        "x86-linux-gnu, x86_32, 32, false",
        "arm-linux-gnueabihf, arm_32, 32, false",
        "riscv64-linux-gnu, riscv64, 64, false",
        "x86-windows-gnu, x86_32, 32, false"
    })
    void areReadInAnyWidthAndOrder(String target, String machine, int bits, boolean bigEndian) throws Exception {
        LibraryFacts facts = LibraryReader.read(libraries.good(target)).get(0);
        assertThat(facts.common().machine().name()).isEqualTo(machine);
        assertThat(facts.common().machine().bits()).isEqualTo(bits);
        assertThat(facts.common().machine().bigEndian()).isEqualTo(bigEndian);
        assertThat(facts.common().layouts())
                .extracting(LayoutStamp::fingerprint)
                .containsExactly(0x1122334455667788L);
    }

    @Test
    void theSlicesOfAFatFileAreReadEach() throws Exception {
        byte[] fat = fat(libraries.good("x86_64-macos.11.0"), libraries.good(TestLibraries.MACH_O));
        List<LibraryFacts> slices = LibraryReader.read(fat);
        assertThat(slices).extracting(slice -> slice.common().machine().name()).containsExactly("x86_64", "aarch_64");
        assertFacts(slices);
        AuditedFile audited = new Auditor(AuditSettings.none())
                .audit(new Subject("library", fat, ExpectedPlatform.of(Platform.OSX_AARCH_64), Optional.empty()));
        assertThat(audited.findings()).isEmpty();
        assertThat(audited.platform()).isEqualTo("osx-x86_64+aarch_64");
    }

    @Test
    void aSignatureIsRecomputed() throws Exception {
        MachOFacts facts = (MachOFacts)
                LibraryReader.read(libraries.good(TestLibraries.MACH_O)).get(0);
        assertThat(facts.signature()).hasValueSatisfying(signature -> {
            assertThat(signature.adHoc()).isTrue();
            assertThat(signature.pages()).isPositive();
            assertThat(signature.intact()).isTrue();
        });
    }

    private static void assertFacts(List<LibraryFacts> slices) {
        for (LibraryFacts facts : slices) {
            assertThat(facts.common().exports())
                    .extracting(ExportedSymbol::name)
                    .contains("Java_org_example_Ok_square", "ffi_layout_org_example_Ok");
            LayoutStamp stamp = facts.common().layouts().get(0);
            assertThat(stamp.binding()).isEqualTo("org_example_Ok");
            assertThat(stamp.format()).isEqualTo(1);
            assertThat(stamp.fingerprint()).isEqualTo(0x1122334455667788L);
        }
    }

    /** As lipo writes it: a big-endian header, the slices at pages of 16 KB. */
    private static byte[] fat(byte[]... slices) throws IOException {
        int page = 1 << 14;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xcafebabe);
        out.writeInt(slices.length);
        int at = page;
        for (byte[] slice : slices) {
            for (int number : new int[] {0, 0, at, slice.length, 14}) {
                out.writeInt(number);
            }
            at += (slice.length + page - 1) / page * page;
        }
        for (byte[] slice : slices) {
            out.write(new byte[(page - out.size() % page) % page]);
            out.write(slice);
        }
        return bytes.toByteArray();
    }
}
