package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.List;

/**
 * One act of a transaction. Everything before {@link Commit} has an inverse and is undone when a later step fails;
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
     */
    record Start(LockedBundle bundle) implements Step {}

    /**
     * Gives a feature's open views to its new version. Inverse: give them back.
     *
     * @param from the version that has them
     * @param to the version that gets them
     */
    record HandOver(LockedFeature from, LockedFeature to) implements Step {}

    /**
     * Puts the next generation in force: the point of no return.
     *
     * @param next the generation
     * @param index the index of its bundles
     */
    @SuppressWarnings("ArrayRecordComponent") // Written out as it is; nobody compares it.
    record Commit(Lockfile next, byte[] index) implements Step {}

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
