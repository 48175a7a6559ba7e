package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.HashMap;
import java.util.Map;

/** What one platform sees of a cdef and of those it includes. Knows which others have seen the same so far. */
final class PlatformView {
    private final Platform platform;
    private PlatformSet alike;
    private final Texts texts;

    /** The texts of one cdef, each lexed once for all platforms. */
    static final class Texts {
        private final PlatformSet platforms;
        private final Map<String, ConditionalText> byPath = new HashMap<>();

        Texts(PlatformSet platforms) {
            this.platforms = platforms;
        }

        private ConditionalText get(SourceText source, String path) throws CdefException {
            ConditionalText known = byPath.get(path);
            if (known == null) {
                known = ConditionalText.of(source, path, platforms);
                byPath.put(path, known);
            }
            return known;
        }
    }

    /**
     * @param others who may turn out to see the same
     */
    PlatformView(Platform platform, PlatformSet others, Texts texts) {
        this.platform = platform;
        this.alike = others;
        this.texts = texts;
    }

    /** Those that see the same, this platform among them. */
    PlatformSet alike() {
        return alike;
    }

    /** A text, its conditions followed. */
    ConditionalText text(SourceText source, String path) throws CdefException {
        ConditionalText text = texts.get(source, path);
        alike = text.alike(platform, alike);
        return text;
    }

    Lexer.LexedCdef seen(ConditionalText text) {
        return text.seen(platform);
    }
}
