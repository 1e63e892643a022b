package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.List;

/**
 * One act of a transaction. Everything before the {@link Decision} has an inverse and is undone when a later step fails;
 * everything behind it only tidies up.
 */
public sealed interface Step {

    /**
     * Puts a bundle into the framework, beside all others. Inverse: uninstall it.
     *
     * @param bundle which
     */
    record Install(LockedBundle bundle) implements Step {}

    /**
     * Lets the framework wire bundles, all or none. Inverse: none needed.
     *
     * @param bundles which
     */
    record Resolve(List<LockedBundle> bundles) implements Step {
        /** Copies the list. */
        public Resolve {
            bundles = List.copyOf(bundles);
        }
    }

    /**
     * Starts a bundle. Inverse: stop it.
     *
     * @param bundle which
     * @param feature the first that needs it, to be named when it fails
     */
    record Start(LockedBundle bundle, LockedFeature feature) implements Step {}

    /**
     * Gives a feature's open views to its new version. Inverse: give them back.
     *
     * @param from the version that has them
     * @param to the version that gets them
     */
    record HandOver(LockedFeature from, LockedFeature to) implements Step {}

    /** The point of no return. */
    sealed interface Decision extends Step {

        /** @return the generation that is in force from then on */
        Lockfile next();
    }

    /**
     * Puts a new generation in force.
     *
     * @param next the generation
     * @param index the index of its bundles
     */
    @SuppressWarnings("ArrayRecordComponent") // Written out as it is; nobody compares it.
    record Commit(Lockfile next, byte[] index) implements Decision {}

    /**
     * Puts a generation in force that was kept.
     *
     * @param next the generation
     */
    record Return(Lockfile next) implements Decision {}

    /**
     * Closes a feature's views.
     *
     * @param feature which
     */
    record CloseViews(LockedFeature feature) implements Step {}

    /**
     * Stops a bundle and takes it out of the framework, unless another bundle is wired to it: then it stays until the
     * next start.
     *
     * @param bundle which
     */
    record Retire(LockedBundle bundle) implements Step {}
}
