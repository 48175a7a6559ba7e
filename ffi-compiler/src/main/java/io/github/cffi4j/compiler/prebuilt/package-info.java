/** Libraries that were built elsewhere: finds the files of each platform, and refuses those that do not fit. */
package io.github.cffi4j.compiler.prebuilt;
