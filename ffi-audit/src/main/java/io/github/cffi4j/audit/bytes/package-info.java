/** Bytes of files nobody vouches for, read with every offset, count and length checked. */
package io.github.cffi4j.audit.bytes;
