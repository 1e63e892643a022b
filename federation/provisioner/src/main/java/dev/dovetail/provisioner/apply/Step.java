package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.List;

/**
 * One act of a transaction. Everything before the {@link Decision} has an inverse and is undone when a later step fails;
 * everything behind it only tidies up.
 */
public sealed interface Step {

    /** A bundle comes into the framework. */
    sealed interface Entry extends Step {

        /** @return which */
        LockedBundle bundle();

        /** @return what it may be wired to */
        LockedWiring wiring();
    }

    /**
     * Puts a bundle into the framework, beside all others. Inverse: uninstall it.
     *
     * @param bundle which
     * @param wiring what it may be wired to
     */
    record Install(LockedBundle bundle, LockedWiring wiring) implements Entry {

        /**
         * @param bundle one of which nobody knows what it may be wired to
         */
        public Install(LockedBundle bundle) {
            this(bundle, LockedWiring.UNKNOWN);
        }
    }

    /**
     * Puts a bundle that is in the framework there once more, to be wired to something else. From then on it is the newer
     * one that counts. Inverse: uninstall it; the older one counts again.
     *
     * @param bundle which
     * @param wiring what the newer one may be wired to
     */
    record InstallAgain(LockedBundle bundle, LockedWiring wiring) implements Entry {}

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
     * Gives a feature's open views to its new version, or to the newer one of the same version. Inverse: give them back.
     *
     * @param from has them
     * @param to gets them
     */
    record HandOver(LockedFeature from, LockedFeature to) implements Step {}

    /**
     * Saves and closes a feature's open views and stops its bundle, or the older one of it, so that what it holds is free.
     * Inverse: start it and open its views again.
     *
     * @param feature which
     */
    record Suspend(LockedFeature feature) implements Step {}

    /**
     * Opens the views that were suspended in the feature's new version, or in the newer one of the same version. Inverse:
     * suspend them again.
     *
     * @param from had them
     * @param to gets them
     */
    record Resume(LockedFeature from, LockedFeature to) implements Step {}

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

    /**
     * The same for the older one of a bundle that is there twice.
     *
     * @param bundle which
     */
    record RetireOlder(LockedBundle bundle) implements Step {}
}
