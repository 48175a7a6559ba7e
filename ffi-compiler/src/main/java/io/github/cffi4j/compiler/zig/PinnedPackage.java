package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ClientPackage;
import io.github.cffi4j.compiler.fetch.Sha256;

/**
 * A package file of a release.
 *
 * @param what the package and its version
 * @param bytes the size of the file, for the waiting user
 * @param sha256 the only content that is accepted
 */
record PinnedPackage(ClientPackage what, long bytes, Sha256 sha256) {}
