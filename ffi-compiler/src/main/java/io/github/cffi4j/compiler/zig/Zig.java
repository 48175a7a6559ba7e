package io.github.cffi4j.compiler.zig;

import java.nio.file.Path;

/**
 * A zig that is there and may be used. Immutable.
 *
 * @param executable the program, an absolute path
 * @param libDirectory zig's own {@code lib} folder, for {@code ZIG_LIB_DIR} and the headers in it, an absolute path
 * @param version what {@code zig version} says, and the beginning of a hash of program and {@code lib} folder if they are not
 *     known ones: what another zig makes is not taken for what this one would make
 * @param origin where it came from and whether its hash is known, for people
 * @param pinned whether program and {@code lib} folder are among those this plugin knows, byte for byte
 * @param proof to ask for before it is run
 */
public record Zig(Path executable, Path libDirectory, String version, String origin, boolean pinned, ZigProof proof) {

    /** One that nothing has to be proven of. */
    public Zig(Path executable, Path libDirectory, String version, String origin, boolean pinned) {
        this(executable, libDirectory, version, origin, pinned, () -> {});
    }

    /** The same, with something to prove before it is run. */
    Zig with(ZigProof toProve) {
        return new Zig(executable, libDirectory, version, origin, pinned, toProve);
    }
}
