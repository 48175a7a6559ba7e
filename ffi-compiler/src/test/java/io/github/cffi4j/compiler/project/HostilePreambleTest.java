package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The goldens once more, where the author's preamble makes a macro of every word that generated C has, and every warning is an
 * error: they are true all the same, compile without a warning, and do what they did (fault 4).
 */
class HostilePreambleTest {
    private static final Pattern NO_CODE =
            Pattern.compile("/\\*[\\s\\S]*?\\*/|\"[^\"\n]*\"|(?m)^#(?:line|include|pragma) [^\n]*");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    /** Of ours, of the compiler's, and what no macro can be called. */
    private static final Pattern RESERVED = Pattern.compile("(?:ffi|FFI|Java)_.*|__.*|defined|_Pragma");

    private static final Set<String> KEYWORDS = Set.of(
            ("auto break case char const continue default do double else enum extern float for goto if inline int long register"
                            + " restrict return short signed sizeof static struct switch typedef union unsigned void volatile"
                            + " while _Alignof _Bool _Complex _Generic _Static_assert")
                    .split(" "));

    /** Attributes without their underscores, and names that people have met in macros. */
    private static final List<String> KNOWN = List.of(
            ("unused used packed cleanup visibility aligned stdcall dllexport env self values count entry function arguments"
                            + " jobject jint jlong JNIEnv int8_t uint8_t int64_t intptr_t size_t ssize_t offsetof noreturn")
                    .split(" "));

    private static final CompilerSettings EVERY_WARNING_AN_ERROR = new CompilerSettings(
            List.of(), List.of(), List.of("-Weverything", "-Werror", "-pedantic-errors"), List.of(), List.of());

    static List<Golden> inC() throws IOException {
        return moved(GoldenTest.inC());
    }

    static List<Golden> inCpp() throws IOException {
        return moved(GoldenTest.inCpp());
    }

    private static List<Golden> moved(List<Golden> goldens) {
        Path work = Path.of("target", "hostile").toAbsolutePath();
        return goldens.stream()
                .map(golden -> new Golden(golden.folder(), work.resolve(golden.toString())))
                .toList();
    }

    static List<Golden> withCallbacks() throws IOException {
        return inC().stream()
                .filter(golden -> golden.toString().equals("callbacks"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withCallbacks")
    void changesNoCallback(Golden golden) throws Exception {
        changesNothing(golden);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("inC")
    void changesNothing(Golden golden) throws Exception {
        FfiProject project = hostile(golden);
        new BindingGenerator(project).generate();
        LibraryBuilder builder = new LibraryBuilder(project);
        List<BuiltLibrary> built = builder.build(library -> {});

        assertThat(builder.warnings()).isEmpty();
        golden.compileJava();
        assertThat(golden.run(built.get(0).library()))
                .isEqualTo(Files.readString(golden.folder().resolve("output.golden")));
    }

    /** Only asked: to link C++ takes zig a minute for each platform on a new machine. */
    @ParameterizedTest
    @MethodSource("inCpp")
    void changesNothingInCpp(Golden golden) throws Exception {
        new BindingGenerator(hostile(golden)).generate();
        assertThat(golden.generatedC()).exists();
    }

    @Tag("demanding")
    @ParameterizedTest
    @MethodSource("inCpp")
    void changesNothingInCppThatIsBuilt(Golden golden) throws Exception {
        FfiProject project = hostile(golden);
        new BindingGenerator(project).generate();
        assertThat(new LibraryBuilder(project).build(library -> {})).hasSize(1);
    }

    private static FfiProject hostile(Golden golden) throws IOException {
        FfiProject usual = golden.project(Set.of(TestZig.HOST));
        Path preamble = golden.work().resolve("ffi").resolve("golden").resolve(golden.name() + golden.preambleSuffix());
        String text = Files.readString(preamble);
        Set<String> words = words(golden, text);
        assertThat(words).contains("static", "return", "int", "unused", "NewWeakGlobalRef", "FlsAlloc");
        Files.writeString(
                preamble,
                "#pragma clang diagnostic push\n#pragma clang diagnostic ignored \"-Weverything\"\n" + text + "\n"
                        + words.stream()
                                .map(word -> "#define " + word + " ffi_hostile(\n")
                                .collect(Collectors.joining())
                        + "#pragma clang diagnostic pop\n");
        Map<Platform, CompilerSettings> settings = Platform.standard().stream()
                .collect(Collectors.toMap(Function.identity(), platform -> EVERY_WARNING_AN_ERROR));
        return usual.withSettings(settings);
    }

    /** The words of generated C that are not the library's own. */
    private static Set<String> words(Golden golden, String preamble) throws IOException {
        StringBuilder generated = new StringBuilder();
        for (String header : SupportHeaders.GLUE) {
            generated.append(SupportHeaders.text(header));
        }
        generated.append(Files.readString(golden.source(".ffi" + golden.preambleSuffix() + ".golden")));
        Set<String> own = new TreeSet<>();
        words(Files.readString(golden.source(".cdef")) + preamble).forEach(own::add);
        try (Stream<Path> others = Files.walk(golden.folder())) {
            for (Path file : others.filter(file -> file.toString().matches(".*\\.(h|cdef)"))
                    .toList()) {
                words(Files.readString(file)).forEach(own::add);
            }
        }
        own.removeAll(KEYWORDS);
        return Stream.of(words(generated.toString()), KEYWORDS.stream(), KNOWN.stream())
                .flatMap(Function.identity())
                .filter(word -> !RESERVED.matcher(word).matches() && !own.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(NO_CODE.matcher(text).replaceAll(" ")).results().map(MatchResult::group);
    }
}
