/**
 * The audit: libraries are read (and never loaded or run), held against the policy of their system, and what is found is
 * told with its reason and remedy. Bytes to facts to findings to a report.
 */
package io.github.cffi4j.audit;
