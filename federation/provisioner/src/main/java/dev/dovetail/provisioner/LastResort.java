package dev.dovetail.provisioner;

import dev.dovetail.federation.Progress;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Request;
import java.util.function.Consumer;

/**
 * Carries out a request for something to come, and where the repositories can't deliver it, takes what came with Dovetail.
 *
 * @param provisioner carries requests out
 * @param embedded what came with Dovetail
 * @param run whether the feature must run afterwards, even if it didn't before
 * @param wish ends it, up to the moment at which it is applied
 * @param progress called by one thread at a time
 */
record LastResort(
        Provisioner provisioner, Known embedded, boolean run, Cancellation wish, Consumer<Progress> progress) {

    /** What repositories said is too old to act on. */
    static final String EXPIRED = "DT-TRUST-003";

    Lockfile carryOut(Request request, Known known) throws ProvisioningException {
        boolean here = embedded.catalog().newest(request.featureId()).isPresent();
        if (here && known.catalog().newest(request.featureId()).isEmpty()) {
            return from(embedded, request);
        }
        try {
            return from(known, request);
        } catch (RepositoryException e) {
            return instead(e, here, request);
        } catch (RefusedException e) {
            return instead(e, here && e.code().equals(EXPIRED), request);
        }
    }

    private Lockfile from(Known source, Request request) throws ProvisioningException {
        return provisioner.carryOut(request, source, run, wish, progress);
    }

    /** What they could not deliver is what there is to say when that fails too. */
    private Lockfile instead(ProvisioningException first, boolean here, Request request) throws ProvisioningException {
        if (!here) {
            throw first;
        }
        try {
            return from(embedded, request);
        } catch (ProvisioningException e) {
            first.addSuppressed(e);
            throw first;
        }
    }
}
