package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.object.ObjectFile;
import io.github.cffi4j.compiler.object.WeakSymbols;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The functions of a system's library that a user's version may lack: a library of ours is loaded without them, and knows which
 * they are.
 *
 * <p>Only functions that nothing but their own entry calls. Java does not call that entry if the function is missing; other C
 * would call it and crash.
 */
final class LateBinding {
    /** What generated code asks for the names that the user's library lacks. */
    static final String ANSWER = "ffi_system_lacks";

    private final ZigCompiler zig;
    private final Platform platform;
    private final SystemLibrary system;

    /** The symbols that linkers know, by the name in C. */
    private final Map<String, String> symbols = new TreeMap<>();

    /**
     * @param lacked the symbols that the first link lacked
     * @param objects all that is linked
     */
    LateBinding(ZigCompiler zig, Platform platform, SystemLibrary system, Set<String> lacked, List<Path> objects)
            throws IOException {
        this.zig = zig;
        this.platform = platform;
        this.system = system;
        Map<String, Set<String>> users = new HashMap<>();
        for (Path object : objects) {
            ObjectFile read = ObjectFile.read(Files.readAllBytes(object));
            for (String symbol : read.undefined()) {
                users.computeIfAbsent(plain(symbol), any -> new TreeSet<>())
                        // One that is only declared has no users.
                        .addAll(system.used().contains(object) ? read.users(symbol) : Set.of(""));
            }
        }
        for (String function : system.functions()) {
            String symbol = (platform.underscoresSymbols() ? "_" : "") + function;
            if (lacked.contains(symbol) && users.get(symbol).stream().allMatch(user -> entry(user, function))) {
                symbols.put(function, symbol);
            }
        }
    }

    /** The symbols that are bound late. */
    Set<String> symbols() {
        return Set.copyOf(symbols.values());
    }

    /** Without the prefix of an address in the table of imports. */
    private static String plain(String symbol) {
        return symbol.startsWith(StubLibrary.IMPORTED) ? symbol.substring(StubLibrary.IMPORTED.length()) : symbol;
    }

    /** Returns true if a function of the glue is there to call one of the library. */
    private static boolean entry(String user, String function) {
        String address = "ffi_address_" + function;
        String pinned = function + "$pinned";
        return List.of(function, pinned).stream()
                        .anyMatch(name -> user.endsWith("ffi_call_" + name) || java(user, "ffi_jni_" + name))
                || user.endsWith("ffi_call_" + address)
                || java(user, address);
    }

    /** Returns true if a function is a native method of Java's, by the rules of JNI. Other letters than C's are not looked for. */
    private static boolean java(String user, String method) {
        return user.replaceFirst("@\\d+$", "")
                        .endsWith("_" + method.replace("_", "_1").replace("$", "_00024"))
                && user.contains("Java_");
    }

    /** The objects for a link: those that call such functions, changed, and one that has the answer. */
    List<Path> objects(List<Path> objects, Path folder) throws IOException, InterruptedException {
        List<Path> changed = new ArrayList<>();
        for (Path object : objects) {
            // Windows has a function of ours for each, which jumps to that of the library.
            boolean weak =
                    platform.os() != OperatingSystem.WINDOWS && system.used().contains(object);
            changed.add(weak ? weak(object, folder, changed.size()) : object);
        }
        changed.add(answer(folder));
        return changed;
    }

    private Path weak(Path object, Path folder, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(object);
        return Files.write(folder.resolve(number + "-" + object.getFileName()), WeakSymbols.weakened(bytes, symbols()));
    }

    private Path answer(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(
                folder.resolve("answer.c"), platform.os() == OperatingSystem.WINDOWS ? windows() : weakly());
        Path object = folder.resolve("answer.o");
        List<String> arguments = new ArrayList<>(List.of("cc", "-target", platform.zigTarget(), "-c", "-O2", "-g0"));
        arguments.addAll(List.of("-fno-sanitize=undefined", "-fvisibility=hidden", "-fno-builtin"));
        arguments.add(
                platform.os() == OperatingSystem.WINDOWS
                        ? "-Xclang=-object-file-name=" + object.getFileName()
                        : "-fPIC");
        arguments.addAll(List.of("-o", object.toString(), source.toString()));
        zig.run(arguments).orThrow();
        return object;
    }

    private String weakly() {
        StringBuilder declarations = new StringBuilder();
        int number = 0;
        for (String symbol : symbols.values()) {
            declarations.append(Text.format(
                    "extern const char ffi_%s[] __asm__(\"%s\") __attribute__((weak));\n", number++, symbol));
        }
        return declarations
                + list(
                        "static const void *const ffi_addresses[] = {",
                        number,
                        each -> Text.format(" ffi_%s,", each),
                        " 0 };\n")
                + text();
    }

    private String windows() {
        boolean wide = platform.arch().bits() == Long.SIZE;
        StringBuilder declarations = new StringBuilder();
        int number = 0;
        for (String symbol : symbols.values()) {
            String slot = StubLibrary.IMPORTED + symbol;
            declarations.append(Text.format(
                    "void *ffi_%1$s __asm__(\"%2$s\") = 0;\n__asm__(\".text\\n.globl %3$s\\n%3$s:\\n%4$s\\n\");\n",
                    number++, slot, symbol, jump(slot)));
        }
        return Text.format("""
                void *%1$sLoadLibraryA(const char *);
                void *%1$sGetProcAddress(void *, const char *);
                """, wide ? "" : "__stdcall ")
                + declarations
                + list("static void **const ffi_slots[] = {", number, each -> Text.format(" &ffi_%s,", each), " 0 };\n")
                + "static const void *ffi_addresses[" + (number + 1) + "];\n"
                + text();
    }

    private String jump(String slot) {
        return switch (platform.arch()) {
            case X86_64 -> "    jmpq *" + slot + "(%rip)";
            case X86_32 -> "    jmpl *" + slot;
            case AARCH_64 -> "    adrp x16, " + slot + "\\n    ldr x16, [x16, :lo12:" + slot + "]\\n    br x16";
            default -> throw new IllegalArgumentException("there is no Windows for " + platform.arch());
        };
    }

    /** The function that answers, for both. */
    private String text() {
        String load = platform.os() == OperatingSystem.WINDOWS ? """
                    void *ffi_library = LoadLibraryA(ffi_name);
                    const char *ffi_symbol = ffi_names;
                    if (!ffi_library) return ffi_gone;
                    for (unsigned ffi_i = 0; ffi_slots[ffi_i]; ffi_i++) {
                        ffi_addresses[ffi_i] = *ffi_slots[ffi_i] = GetProcAddress(ffi_library, ffi_symbol);
                        while (*ffi_symbol++) { }
                    }
                """ : "";
        return Text.format(
                """
                static const char ffi_name[] = "%s";
                static const char ffi_names[] = "%s";
                %sstatic char ffi_text[sizeof ffi_name + sizeof ffi_names];
                /* The name of the library and those that it lacks. All threads write the same. */
                const char *%s(void) {
                    char *ffi_out = ffi_text;
                    const char *ffi_in = ffi_names;
                %s    for (const char *ffi_c = ffi_name; *ffi_c;) *ffi_out++ = *ffi_c++;
                    for (unsigned ffi_i = 0; ffi_i < %su; ffi_i++, ffi_in++) {
                        int ffi_lacks = !ffi_addresses[ffi_i];
                        if (ffi_lacks) *ffi_out++ = ' ';
                        for (; *ffi_in; ffi_in++) if (ffi_lacks) *ffi_out++ = *ffi_in;
                    }
                    return ffi_text;
                }
                """,
                system.name().replace("\\", "\\\\"),
                symbols.keySet().stream().map(name -> name + "\\0").collect(Collectors.joining()),
                load.isEmpty() ? "" : "static const char ffi_gone[] = \"!" + system.name() + "\";\n",
                ANSWER,
                load,
                symbols.size());
    }

    private interface Element {
        String text(int number);
    }

    private static String list(String head, int count, Element element, String end) {
        StringBuilder list = new StringBuilder(head);
        for (int i = 0; i < count; i++) {
            list.append(element.text(i));
        }
        return list.append(end).toString();
    }
}
