package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An immutable set of platforms. An EnumSet would do, but it looks its constants up by reflection, which takes a new JVM
 * many milliseconds.
 */
final class PlatformSet {
    static final PlatformSet NONE = new PlatformSet(0);
    private static final Platform[] ALL = Platform.values();

    /** A bit for each platform, in the order of the table. */
    private final long bits;

    private PlatformSet(long bits) {
        this.bits = bits;
    }

    static PlatformSet of(Iterable<Platform> platforms) {
        long bits = 0;
        for (Platform platform : platforms) {
            bits |= bit(platform);
        }
        return new PlatformSet(bits);
    }

    /** Returns the platforms that a library is built for if its author names none. */
    static PlatformSet standard() {
        long bits = 0;
        for (Platform platform : ALL) {
            bits |= platform.tier() == Tier.STANDARD ? bit(platform) : 0;
        }
        return new PlatformSet(bits);
    }

    /**
     * Returns the platforms whose value is not 0.
     *
     * @param values one for each platform, in the order of the table
     */
    static PlatformSet where(long[] values) {
        long bits = 0;
        for (Platform platform : ALL) {
            bits |= values[platform.ordinal()] != 0 ? bit(platform) : 0;
        }
        return new PlatformSet(bits);
    }

    boolean isEmpty() {
        return bits == 0;
    }

    boolean contains(Platform platform) {
        return (bits & bit(platform)) != 0;
    }

    /** Returns the first in the order of the table. */
    Platform first() {
        return ALL[Long.numberOfTrailingZeros(bits)];
    }

    PlatformSet and(PlatformSet others) {
        return new PlatformSet(bits & others.bits);
    }

    PlatformSet without(PlatformSet others) {
        return new PlatformSet(bits & ~others.bits);
    }

    PlatformSet complement() {
        return new PlatformSet(~bits);
    }

    /** Returns the same set as one of the JDK's, in the order of the table. */
    Set<Platform> asSet() {
        Set<Platform> platforms = new LinkedHashSet<>();
        for (Platform platform : ALL) {
            if (contains(platform)) {
                platforms.add(platform);
            }
        }
        return platforms;
    }

    private static long bit(Platform platform) {
        return 1L << platform.ordinal();
    }
}
