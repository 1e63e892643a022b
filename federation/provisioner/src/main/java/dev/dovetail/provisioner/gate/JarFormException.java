package dev.dovetail.provisioner.gate;

import java.io.Serial;

/** The jar is such that reading on makes no sense. The message goes without place and full stop. */
final class JarFormException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    JarFormException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    void addTo(Findings findings) {
        findings.add(rule, String.valueOf(getMessage()));
    }
}
