package io.github.cffi4j.audit.policy;

/** The effect of a finding. */
public enum Level {
    /** The build fails. */
    FAIL,
    /** The build says so and goes on. */
    WARN,
    /** Not looked for. */
    OFF
}
