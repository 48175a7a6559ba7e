package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.JavaProgram;
import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What LLVM's tools read in a library, to stand beside what the audit reads.
 *
 * @param exports the names it offers, as C spells them
 * @param imports the names it asks for
 */
record LlvmReading(Set<String> exports, Set<String> imports) {
    private static final Pattern MACHO_EXPORT = Pattern.compile("^0x[0-9A-F]+ +_(\\S+)$");
    private static final Pattern MACHO_IMPORT = Pattern.compile("^__\\w+ +__\\w+ +0x[0-9A-F]+ .* (\\S+)$");
    private static final Pattern ELF_SYMBOL = Pattern.compile("^([^@ ]+)(@.*)?$");
    private static final Pattern PE_EXPORT = Pattern.compile("^ +Name: (\\S+)$");
    private static final Pattern PE_IMPORT = Pattern.compile("^ +Symbol: (\\S+) \\(\\d+\\)$");

    static LlvmReading of(Platform platform, Path library) throws IOException, InterruptedException {
        String file = library.toString();
        return switch (platform.os()) {
            case OSX ->
                new LlvmReading(
                        names(MACHO_EXPORT, "llvm-objdump", "--macho", "--exports-trie", file),
                        names(MACHO_IMPORT, "llvm-objdump", "--macho", "--bind", "--lazy-bind", file));
            case LINUX, FREEBSD ->
                new LlvmReading(
                        names(ELF_SYMBOL, "llvm-nm", "-D", "--defined-only", "--format=just-symbols", file),
                        names(ELF_SYMBOL, "llvm-nm", "-D", "--undefined-only", "--format=just-symbols", file));
            case WINDOWS ->
                new LlvmReading(
                        names(PE_EXPORT, "llvm-readobj", "--coff-exports", file),
                        names(PE_IMPORT, "llvm-readobj", "--coff-imports", file));
        };
    }

    private static Set<String> names(Pattern pattern, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TestSettings.property("it.llvm") + "/" + program));
        command.addAll(List.of(arguments));
        Set<String> names = new TreeSet<>();
        for (String line : JavaProgram.run(command).succeeded().lines()) {
            Matcher found = pattern.matcher(line);
            if (found.matches()) {
                names.add(found.group(1));
            }
        }
        return names;
    }
}
