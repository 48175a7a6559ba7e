/**
 * Calls of C functions whose types are known only at run time, on Java 17 and later. For generated code and for libraries that
 * bind C at run time; programs use what stands on it.
 */
package io.github.cffi4j.engine;
