/** What generated code calls on the way into C: range checks, strings for one call, the library's own layout. */
@NullMarked
package io.github.cffi4j.generated;

import org.jspecify.annotations.NullMarked;
