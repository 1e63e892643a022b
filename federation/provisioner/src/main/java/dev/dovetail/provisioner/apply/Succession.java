package dev.dovetail.provisioner.apply;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.federation.Workbench;
import dev.dovetail.provisioner.failure.ApplyException;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets one version of a feature follow another in the shell, where there is one. */
final class Succession {

    private final Supplier<Optional<Workbench>> workbench;

    Succession(Supplier<Optional<Workbench>> workbench) {
        this.workbench = workbench;
    }

    /** While both run. */
    void handOver(Active from, Active to, String title) throws ApplyException {
        asked(from, to, title, shell -> shell.handOver(from, to));
    }

    /** The first half, where both can't run at a time. */
    void suspend(Active feature) throws ApplyException {
        asked(feature, feature, feature.featureId(), shell -> shell.suspend(feature));
    }

    /** The second half; also back to where it came from. */
    void resume(Active from, Active to, String title) throws ApplyException {
        asked(from, to, title, shell -> shell.resume(to));
    }

    void close(Active feature) {
        workbench.get().ifPresent(shell -> shell.close(feature));
    }

    private void asked(Active from, Active to, String title, Asking asking) throws ApplyException {
        Optional<Workbench> shell = workbench.get();
        if (shell.isEmpty()) {
            return;
        }
        try {
            asking.ask(shell.get());
        } catch (HandOverException e) {
            throw new ApplyException(
                    "DT-APPLY-004",
                    "Expected " + title + " " + to.version() + " to take over from " + from.version() + ", but "
                            + e.getMessage(),
                    title + " " + from.version() + " goes on running; tell the publisher.",
                    e);
        }
    }

    @FunctionalInterface
    private interface Asking {
        void ask(Workbench shell) throws HandOverException;
    }
}
