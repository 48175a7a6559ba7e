/**
 * The build of one module, without any build tool: where its files are, and the three steps generate, compile, pack. What
 * the Maven goals call, and anybody else can.
 */
package io.github.cffi4j.compiler.project;
