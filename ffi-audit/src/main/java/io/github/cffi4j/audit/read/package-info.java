/** Any object file to facts, and any jar to the object files in it; told apart by content, never by name. */
package io.github.cffi4j.audit.read;
