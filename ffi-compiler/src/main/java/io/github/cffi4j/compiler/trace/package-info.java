/** Where a build's time went: spans of work, collected while it runs, and the file that shows them on a time line. */
package io.github.cffi4j.compiler.trace;
