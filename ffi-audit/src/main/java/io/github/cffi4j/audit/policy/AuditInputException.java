package io.github.cffi4j.audit.policy;

/**
 * Something that the audit was given is wrong: an option, a policy, a file without a library. The message says what is wrong and
 * how to fix it. A fault of the audit itself is another exception.
 */
public class AuditInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditInputException(String message) {
        super(message);
    }

    public AuditInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
