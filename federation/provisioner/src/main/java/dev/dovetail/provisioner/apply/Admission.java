package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.gate.Finding;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.gate.Reserved;
import dev.dovetail.provisioner.gate.Verdict;
import dev.dovetail.provisioner.generation.LockedBundle;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts jars before the gate, under what their repositories may bring by now, and turns its refusals into failures. Keeps
 * no verdicts: a jar is looked at each time it is about to enter the framework, only less closely once it was seen.
 */
public final class Admission {

    private final Gate gate;
    private final Grants grants;
    private final Supplier<Reserved> reserved;

    /**
     * @param gate judges
     * @param grants what repositories may bring
     * @param reserved what is the platform's
     */
    public Admission(Gate gate, Grants grants, Supplier<Reserved> reserved) {
        this.gate = gate;
        this.grants = grants;
        this.reserved = reserved;
    }

    /** Before a bundle becomes part of a generation, beside others of these names. */
    Verdict arriving(LockedBundle bundle, SeekableByteChannel jar, long unpacked, Set<String> neighbours)
            throws IOException {
        return gate.inspectArrival(jar, claims(bundle, unpacked, neighbours));
    }

    /** Before a bundle of a generation enters the framework. */
    Verdict entering(LockedBundle bundle, SeekableByteChannel jar) throws IOException {
        return gate.inspectAgain(jar, claims(bundle, Claims.UNKNOWN, Set.of()));
    }

    /** Who answers for the bundle. */
    String publisher(LockedBundle bundle) {
        return grant(bundle).publisher();
    }

    private Claims claims(LockedBundle bundle, long unpacked, Set<String> neighbours) {
        return new Claims(bundle.symbolicName(), bundle.version(), unpacked, neighbours, grant(bundle), reserved.get());
    }

    private Grant grant(LockedBundle bundle) {
        return grants.of(bundle.repository(), bundle.symbolicName());
    }

    /** Whoever asked is told the first reason; the log has the others. */
    static ApplyException refusal(LockedBundle bundle, Verdict.Refused refused) {
        List<Finding> findings = refused.findings();
        for (Finding other : findings.subList(1, findings.size())) {
            System.getLogger(Admission.class.getName())
                    .log(System.Logger.Level.WARNING, other.code() + ": " + other.message());
        }
        Finding first = findings.get(0);
        return new ApplyException(first.code(), first.message() + " It came from " + bundle.url(), first.hint());
    }
}
