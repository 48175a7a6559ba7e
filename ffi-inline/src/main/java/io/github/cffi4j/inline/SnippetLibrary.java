package io.github.cffi4j.inline;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.dynamic.StructView;
import io.github.cffi4j.dynamic.Symbols;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled snippet that is loaded: it tells where its functions are, and what the compiler knows. */
final class SnippetLibrary implements Symbols {
    private static final Cdef QUESTIONS = Cdef.of(SnippetSource.CDEF);

    private final Library library;
    private final Map<String, Long> addresses = new HashMap<>();

    private SnippetLibrary(Library library) {
        this.library = library;
        StructView symbols = table("ffi_inline_symbols");
        for (int i = 0; symbols.get(i).get("ffi_name") instanceof BytePointer name; i++) {
            Pointer address = (Pointer) symbols.get(i).get("ffi_address");
            addresses.put(name.string(), address == null ? 0 : address.address());
        }
    }

    static SnippetLibrary open(Path file) {
        return new SnippetLibrary(QUESTIONS.open(file));
    }

    /** Returns what the compiler says of so many questions. */
    List<Answer> answers(int count) {
        StructView answers = table("ffi_inline_answers");
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(answer(answers.get(i)));
        }
        return all;
    }

    private StructView table(String function) {
        return (StructView) library.call(function);
    }

    private static Answer answer(StructView answer) {
        BigInteger whole = BigInteger.valueOf(((Number) answer.get("ffi_whole")).longValue());
        return switch ((int) answer.get("ffi_kind")) {
            case SnippetSource.NATURAL ->
                new Answer.Whole(whole.signum() < 0 ? whole.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : whole);
            case SnippetSource.REAL -> new Answer.Real((double) answer.get("ffi_real"));
            case SnippetSource.TEXT -> new Answer.Text(text(answer.get("ffi_text")));
            default -> new Answer.Whole(whole);
        };
    }

    private static String text(@Nullable Object pointer) {
        return pointer == null ? "" : ((BytePointer) pointer).string();
    }

    @Override
    public long find(String name) {
        return addresses.getOrDefault(name, 0L);
    }

    @Override
    public String path() {
        return library.path();
    }

    @Override
    public void close() {
        library.close();
    }
}
