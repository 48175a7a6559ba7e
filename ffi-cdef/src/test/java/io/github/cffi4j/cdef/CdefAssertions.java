package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.platform.Platform;
import java.util.List;

/** What the tests of the parser have in common. */
final class CdefAssertions {

    private CdefAssertions() {}

    static ConditionalCdef parseConditional(String cdef) throws CdefException {
        return CdefParser.parse(new SourceText("Test.cdef", cdef));
    }

    /** What a cdef says; where it has conditions, to Linux. */
    static ParsedCdef parse(String cdef) {
        try {
            return parseConditional(cdef).on(Platform.LINUX_X86_64);
        } catch (CdefException e) {
            throw new AssertionError("not parsed:\n" + e.getMessage(), e);
        }
    }

    /** The cdef parses to what {@link CdefPrinter} writes as given, and gives no note. */
    static void assertParsed(String cdef, String... expected) {
        ParsedCdef parsed = parse(cdef);
        assertThat(CdefPrinter.print(parsed))
                .isEqualTo(String.join("\n", expected).stripTrailing());
        assertThat(parsed.notes()).isEmpty();
    }

    static List<String> notes(String cdef) {
        return parse(cdef).notes().stream().map(CdefAssertions::brief).toList();
    }

    static List<String> errors(String cdef) {
        CdefException error = catchThrowableOfType(CdefException.class, () -> parseConditional(cdef));
        return error == null
                ? List.of()
                : error.diagnostics().stream().map(CdefAssertions::brief).toList();
    }

    static String brief(Diagnostic diagnostic) {
        SourcePosition position = diagnostic.span().position();
        return position.line() + ":" + position.column() + " " + diagnostic.message();
    }
}
