/** Lets native-lib-loader load the libraries of cffi4j. The program brings native-lib-loader. */
@NullMarked
package io.github.cffi4j.nativelib;

import org.jspecify.annotations.NullMarked;
