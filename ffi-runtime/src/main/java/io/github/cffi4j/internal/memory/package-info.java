/** Native memory: segments with bounds and lifetimes, on top of the one class that touches raw addresses. */
package io.github.cffi4j.internal.memory;
