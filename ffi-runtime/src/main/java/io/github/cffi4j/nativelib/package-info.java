/** Lets native-lib-loader load the libraries of cffi4j. The program brings native-lib-loader. */
package io.github.cffi4j.nativelib;
