package io.github.cffi4j.engine;

/**
 * Where an argument of a callback is.
 *
 * @param parts the one place, or the registers that have parts of a struct
 * @param spare where in the frame's spare bytes the parts are put together; negative if there is one place
 */
record Location(Move[] parts, int spare) {}
