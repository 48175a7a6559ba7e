/**
 * What generated code calls on the way into C: range checks, strings for one call, the library's own layout.
 *
 * <p>More than thirty classes are here: those that generated code names must be in one exported package, and those behind them see
 * what is hidden from users in it.
 */
@NullMarked
package io.github.cffi4j.generated;

import org.jspecify.annotations.NullMarked;
