/** From a library's name to a verified file that is loaded. */
package io.github.cffi4j.internal.loader;
