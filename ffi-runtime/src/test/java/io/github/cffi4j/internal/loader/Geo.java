package io.github.cffi4j.internal.loader;

/** Stands for a generated class; {@link PublishedLibrary} puts a copy of it into a class path of its own. */
public final class Geo {}
