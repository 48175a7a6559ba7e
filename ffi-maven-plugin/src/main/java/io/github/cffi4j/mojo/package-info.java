/**
 * The Maven goals: parameters in, one step of the build out. The only package that knows Maven.
 *
 * <p>It has more than 25 classes, because Maven wants its parameters as classes in the package of the goals.
 */
package io.github.cffi4j.mojo;
