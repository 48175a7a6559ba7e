import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the contract suite one of a library of the system, without C of the binding's own: its cdefs and tests without what
 * {@code <mode>abi</mode>} refuses, and its C as a library that exports what the cdefs declare.
 *
 * <p>Usage: {@code java ContractWithoutGlue.java <it-contract/src> <folder> "<test classes>" <it-abi-contract/src>}.
 */
public class ContractWithoutGlue {
    private static final Path PACKAGE = Path.of("io/github/cffi4j/it/contract");

    /** Other things than functions that Java implements: lists of arguments, long double, bitfields by value, Windows' errors. */
    private static final Pattern REFUSED = Pattern.compile("va_list|variadic_sum|logger|ldouble|twice_wide|\\bmeasured\\(|[sS]eenLast|\\w+LastError");

    private static final Pattern DECLARATION = Pattern.compile("^(?:\\[\\[ffi::critical]] )?[^()]*?(\\w+)\\(");
    private static final Pattern UPCALL = Pattern.compile("extern \"Java[^\"]*\"[^(]*?(\\w+)\\(");
    private static final Pattern FUNCTION = Pattern.compile("\\bstatic ([^=;{}()\\[\\]\\n]*\\()");
    private static final Pattern GLOBAL =
            Pattern.compile("(?m)^( *)(?:static )?((?:T global_##n|long double wide|(?:const )?(?:int|char) node_\\w+\\[.*?))( = [^;]*)?;");
    private static final Pattern METHOD = Pattern.compile("(?ms)^    (?:/\\*\\*[^\\n]*\\n(?:     \\*[^\\n]*\\n)*    )?@\\w.*?^    }\\n");

    private final Path from;
    private final Path to;
    private final Set<String> upcalls = new LinkedHashSet<>();
    private final Set<Path> made = new LinkedHashSet<>();
    private int left;

    ContractWithoutGlue(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    public static void main(String[] args) throws IOException {
        new ContractWithoutGlue(Path.of(args[0]), Path.of(args[1])).run(List.of(args[2].split(" ")), Path.of(args[3]));
    }

    private void run(List<String> tests, Path own) throws IOException {
        Path ffi = from.resolve("main/ffi").resolve(PACKAGE);
        List<Path> cdefs;
        try (Stream<Path> files = Files.list(ffi)) {
            cdefs = files.filter(file -> file.toString().endsWith(".cdef")).sorted().toList();
        }
        for (Path cdef : cdefs) {
            UPCALL.matcher(Files.readString(cdef)).results().forEach(upcall -> upcalls.add(upcall.group(1)));
        }
        Map<String, Set<Path>> owners = owners(cdefs);
        for (Path cdef : cdefs) {
            String name = cdef.getFileName().toString().replace(".cdef", "");
            String text = Files.readString(cdef)
                    .replaceAll("(?s)#ifdef _WIN32\n.*?#endif\n", "")
                    // Nothing converts arguments, so the types are exactly the headers'.
                    .replace("text_length(char *", "text_length(const char *")
                    .replace("joined_length(char *one, int times, char *", "joined_length(const char *one, int times, const char *")
                    .lines().filter(this::bindable).collect(Collectors.joining("\n", "", "\n"));
            write("ffi", name + ".cdef", text);
            String c = owners.entrySet().stream()
                    .filter(owner -> owner.getValue().size() > 1 && owner.getValue().contains(cdef))
                    .map(owner -> "#pragma redefine_extname " + owner.getKey() + " " + name + "_" + owner.getKey() + "\n")
                    .collect(Collectors.joining())
                + c(Files.readString(ffi.resolve(name + ".c")));
            write("ffi", name + ".c", "#define FUNCTION extern __inline__ __attribute__((__gnu_inline__))\n#define GLOBAL(declaration, ...) extern declaration;\n" + c);
            write("c", name + ".c", "#ifdef _WIN32\n#define FUNCTION __declspec(dllexport)\n#else\n#define FUNCTION __attribute__((__visibility__(\"default\")))\n#endif\n#define GLOBAL(declaration, ...) FUNCTION declaration __VA_ARGS__;\n" + c);
        }
        for (String test : tests) {
            Path file = from.resolve("test/java").resolve(PACKAGE).resolve(test + ".java");
            write("test", test + ".java", test(Files.readString(file)));
        }
        add("ffi", own.resolve("main/ffi").resolve(PACKAGE));
        add("c", own.resolve("main/library"));
        add("test", own.resolve("test/java").resolve(PACKAGE));
        for (String kind : List.of("ffi", "c", "test")) {
            try (Stream<Path> files = Files.walk(to.resolve(kind))) {
                for (Path old : files.filter(file -> Files.isRegularFile(file) && !made.contains(file)).toList()) {
                    Files.delete(old);
                }
            }
        }
        System.out.println("left out: " + left + " tests of " + upcalls.size() + " functions that Java implements, of lists of arguments and of long double");
    }

    /** Which cdefs declare a function: a library has room for one of each name, so the true names of others differ. */
    private static Map<String, Set<Path>> owners(List<Path> cdefs) throws IOException {
        Map<String, Set<Path>> owners = new TreeMap<>();
        for (Path cdef : cdefs) {
            for (String line : Files.readAllLines(cdef)) {
                Matcher function = DECLARATION.matcher(line);
                if (function.find()) {
                    owners.computeIfAbsent(function.group(1), name -> new TreeSet<>()).add(cdef);
                }
            }
        }
        return owners;
    }

    private boolean bindable(String line) {
        return !line.contains("extern \"Java") && !line.matches(".*\\bfire\\w*\\(.*") && !REFUSED.matcher(line).find();
    }

    /** Functions and variables are exported by the library, and for the bindings only declared: GNU's extern inline has no symbol. */
    private String c(String text) {
        String c = text;
        for (String upcall : upcalls) {
            String name = upcall.matches("java_\\w+") ? "java_##n" : upcall;
            c = c.replaceAll("(?m)^( *)(?:static|extern) ([^(=;\\n]*\\b" + Pattern.quote(name) + "\\([^;{]*\\));", "$1static $2 { __builtin_trap(); }");
        }
        c = GLOBAL.matcher(c).replaceAll("$1GLOBAL($2,$3)");
        return FUNCTION.matcher(c).replaceAll("FUNCTION $1");
    }

    private String test(String text) {
        String java = text.replaceAll("(?s)\\s*\\.by\\(\"extern Java\", x -> \\{.*?\\n +}\\)", "")
                .replaceAll("(?s),\\s*new Reals\\(\"long double\"[^;]*;", ");");
        left += count(text, "\\.by\\(\"extern Java\"") + count(text, "new Reals\\(\"long double\"");
        Matcher methods = METHOD.matcher(java);
        StringBuilder kept = new StringBuilder();
        while (methods.find()) {
            boolean bindable = Stream.of(methods.group().split("\n"))
                    .allMatch(line -> bindable(line) && upcalls.stream().noneMatch(upcall -> line.matches(".*\\b" + upcall + "( =|\\().*")));
            if (!bindable) {
                left++;
            }
            methods.appendReplacement(kept, bindable ? Matcher.quoteReplacement(methods.group()) : "");
        }
        return methods.appendTail(kept).toString();
    }

    /** Adds what only bindings without native code have. */
    private void add(String kind, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                write(kind, file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    private void write(String kind, String name, String text) throws IOException {
        Path file = to.resolve(kind).resolve(kind.equals("c") ? Path.of("") : PACKAGE).resolve(name);
        Files.createDirectories(file.getParent());
        made.add(file);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
