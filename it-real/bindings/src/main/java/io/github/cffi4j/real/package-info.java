/** Takes cdefs out of Python packages, and makes them of C headers. */
package io.github.cffi4j.real;
