/** What is known of a library once its bytes are read: records, nothing judged. */
package io.github.cffi4j.audit.facts;
