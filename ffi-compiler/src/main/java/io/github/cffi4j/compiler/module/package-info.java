/** The whole build of a module as a library: settings in, a step of the build out. */
package io.github.cffi4j.compiler.module;
