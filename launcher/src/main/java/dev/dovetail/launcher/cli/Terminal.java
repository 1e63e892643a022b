package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** What people read while and after a verb works. Facts go to stdout, everything about them to stderr. */
final class Terminal {

    private final PrintWriter err;

    Terminal(PrintWriter err) {
        this.err = err;
    }

    void problems(Known known) {
        for (RepositoryStatus repository : known.remarkable()) {
            err.println("warning: " + repository.detail());
        }
        for (RefusedEntry refused : known.catalog().refused()) {
            err.println("warning: " + refused.sentence());
        }
        err.flush();
    }

    /** One line for each bundle that has arrived, none for each buffer. */
    Consumer<Progress> progress() {
        return new Consumer<>() {
            private int told;

            @Override
            public void accept(Progress progress) {
                if (progress.phase() == Progress.Phase.FETCHING && progress.bundles() > told) {
                    told = progress.bundles();
                    err.println(String.format(
                            Locale.ROOT,
                            "fetched %d of %d bundles, %s of %s",
                            progress.bundles(),
                            progress.bundlesTotal(),
                            size(progress.bytes()),
                            size(progress.bytesTotal())));
                    err.flush();
                }
            }
        };
    }

    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
