package dev.dovetail.provisioner.gate;

import java.util.List;

/** What the gate says of a jar. */
public sealed interface Verdict {

    /**
     * The jar may enter the framework under the claims it was judged by.
     *
     * @param bundle what was read of it
     */
    record Admitted(Inspected bundle) implements Verdict {}

    /**
     * The jar must not enter the framework.
     *
     * @param findings all reasons that were found, at least one; the first is the gravest
     */
    record Refused(List<Finding> findings) implements Verdict {
        /** Copies the list. */
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("Expected a reason for the refusal, found none");
            }
        }
    }
}
