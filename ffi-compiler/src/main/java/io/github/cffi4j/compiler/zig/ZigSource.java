package io.github.cffi4j.compiler.zig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One of the places where zig may be had. */
sealed interface ZigSource {

    /** The place, for the list of reasons in an error. */
    String name();

    /** A place on this machine: asking it is quick and needs no network. */
    sealed interface Local extends ZigSource permits ConfiguredZig, PathZig, CachedZig {

        /**
         * @throws IOException if the user asked for something that is wrong: no other source may stand in for it
         */
        ZigAnswer find() throws IOException, InterruptedException;
    }

    /** A place from which the cache can be filled. */
    sealed interface Remote extends ZigSource permits OfficialZig, ArtifactZig, WheelZig, NpmZig {

        /** Why it is no use to try here, if that is known beforehand. */
        default Optional<String> hindrance() {
            return Optional.empty();
        }

        /**
         * Returns what is known of the source without fetching anything, for people.
         *
         * @throws IOException if zig cannot be had here; the message is the reason
         */
        String prospect() throws IOException, InterruptedException;

        /**
         * Puts the program and its {@code lib} folder directly into an empty folder; files beside it are free for use.
         *
         * @throws io.github.cffi4j.compiler.fetch.WrongHashException if what came is not what was pinned
         * @throws io.github.cffi4j.compiler.fetch.FetchException if zig cannot be had here; the message is the reason
         */
        void unpackInto(Path empty) throws IOException, InterruptedException;
    }
}
