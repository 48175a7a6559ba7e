package io.github.cffi4j.audit.policy;

import java.util.List;

/** A policy file with errors. The message shows each of them with its line and a caret below what is wrong. */
public final class PolicyException extends AuditInputException {
    private static final long serialVersionUID = 1L;

    PolicyException(List<String> errors) {
        super(String.join("\n", errors));
    }
}
