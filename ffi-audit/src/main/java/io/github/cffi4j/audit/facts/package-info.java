/** Facts about a library, read from its bytes: records without any judgement. */
package io.github.cffi4j.audit.facts;
