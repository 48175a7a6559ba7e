/** Libraries to jars: the classifier jars, and the manifest in the main jar that pins what they hold. */
package io.github.cffi4j.compiler.pack;
