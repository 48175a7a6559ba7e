package io.github.cffi4j.platform;

/** How far a platform is looked after. */
public enum Tier {
    /** What a library is built for where its author says nothing; run, or read to the last byte, before each release. */
    STANDARD,
    /** What an author asks for by its name: built and audited alike, and run as far as an emulator goes. */
    BY_NAME
}
