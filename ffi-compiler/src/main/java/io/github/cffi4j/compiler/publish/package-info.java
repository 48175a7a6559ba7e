/** The metadata of a published module about its native jars, so that a plain dependency is enough. */
package io.github.cffi4j.compiler.publish;
