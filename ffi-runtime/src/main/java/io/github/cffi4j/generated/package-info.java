/**
 * What generated code calls on the way into C: range checks, strings for one call, the library's own layout.
 *
 * <p>The package has more than 25 classes, because those that generated code names are exported together, and those behind them see
 * what they hide from users.
 */
@NullMarked
package io.github.cffi4j.generated;

import org.jspecify.annotations.NullMarked;
