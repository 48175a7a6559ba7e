/** Facts and a policy to findings: pure functions. */
package io.github.cffi4j.audit.check;
