/**
 * From a library's name to a verified file that is loaded.
 *
 * <p>The package has more than 25 classes, because the steps from a name to a file are many and all private: where the library may be,
 * the cache and who may write to it, the check of its bytes, and an error that tells what was tried. A class that is not needed for
 * a good start is not loaded at one, so each reason to fail has a class of its own.
 */
package io.github.cffi4j.internal.loader;
