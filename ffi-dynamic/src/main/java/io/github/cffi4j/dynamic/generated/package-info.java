/** The methods that classes call which in-line mode writes at run time for interfaces. Programs do not use it. */
@NullMarked
package io.github.cffi4j.dynamic.generated;

import org.jspecify.annotations.NullMarked;
