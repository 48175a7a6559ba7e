/** The Maven goals: parameters in, one step of the build out. The only package that knows Maven. */
package io.github.cffi4j.mojo;
