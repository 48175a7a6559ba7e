/** The one table of platforms, and which of them this machine is. */
package io.github.cffi4j.platform;
