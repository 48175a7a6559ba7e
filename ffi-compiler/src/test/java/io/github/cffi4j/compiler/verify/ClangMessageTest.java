package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.verify.ClangMessage.Note;
import io.github.cffi4j.compiler.verify.ClangMessage.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClangMessageTest {

    @Test
    void keepsErrorsWithTheirNotesAndPassesOverTheRest() {
        assertThat(ClangMessage.errors("""
                        In file included from probe.c:1:
                        /home/me/Geo.c:4:9: warning: unused variable 'x' [-Wunused-variable]
                            4 |     int x;
                              |         ^
                        /home/me/Geo.c:9:1: note: a note on the warning
                        ffi-claims:2:1: error: incompatible pointer types passing 'char *' to parameter of type 'int *' [-Werror,-Wincompatible-pointer-types]
                           16 | x0
                              | ^~
                        ./Geo.c:1:12: note: passing argument to parameter 's' here
                            1 | int f(int *s);
                              |            ^
                        ffi-claims:3:1: error: too few arguments to function call, expected 2, have 1
                        2 errors generated.
                        """))
                .containsExactly(
                        new ClangMessage(
                                new Place("ffi-claims", 2, 1),
                                "incompatible pointer types passing 'char *' to parameter of type 'int *'",
                                "x0",
                                List.of(new Note(
                                        new Place("./Geo.c", 1, 12), "passing argument to parameter 's' here"))),
                        new ClangMessage(
                                new Place("ffi-claims", 3, 1),
                                "too few arguments to function call, expected 2, have 1",
                                "",
                                List.of()));
    }

    @Test
    void takesFatalErrors() {
        assertThat(ClangMessage.errors("./Geo.c:1:10: fatal error: 'nosuch.h' file not found"))
                .extracting(ClangMessage::toString)
                .containsExactly("./Geo.c:1:10: 'nosuch.h' file not found");
    }

    @Test
    void takesWindowsPaths() {
        assertThat(ClangMessage.errors("C:\\work dir\\Geo.c:12:3: error: expected ';'"))
                .extracting(ClangMessage::at)
                .containsExactly(new Place("C:\\work dir\\Geo.c", 12, 3));
    }

    @Test
    void findsNoneInWhatIsNotClangs() {
        assertThat(ClangMessage.errors("error: unable to create compilation: AccessDenied\n"))
                .isEmpty();
    }
}
