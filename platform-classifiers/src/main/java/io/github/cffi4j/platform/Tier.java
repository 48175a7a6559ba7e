package io.github.cffi4j.platform;

/** How far a platform is looked after. */
public enum Tier {
    /** The platforms that a library is built for unless its author names others; run, or read to the last byte, before each release. */
    STANDARD,
    /** The platforms that an author must name: built and audited alike, and run as far as an emulator goes. */
    BY_NAME
}
