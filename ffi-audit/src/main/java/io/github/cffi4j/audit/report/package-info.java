/** Findings for people, and for programs. */
package io.github.cffi4j.audit.report;
