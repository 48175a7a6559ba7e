/** What is asked of libraries: the checks there are, and for each system a file that says which of them count. */
package io.github.cffi4j.audit.policy;
