/** The names by which the JVM finds native methods: emitters write them, the audit reads them. */
package io.github.cffi4j.audit.jni;
