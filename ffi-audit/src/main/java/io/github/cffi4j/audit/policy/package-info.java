/** The requirements for libraries: all checks, and for each system a file that says which of them count. */
package io.github.cffi4j.audit.policy;
