package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What people read while and after a verb works. Facts go to stdout, everything about them to stderr. */
final class Terminal {

    private static final long SILENCE_MILLIS = 2_000;

    private final PrintWriter err;
    private final Clock clock;

    Terminal(PrintWriter err) {
        this(err, Clock.systemUTC());
    }

    Terminal(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
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

    /** One line for each bundle that has arrived, and now and then one in between; none for each buffer. */
    Consumer<Progress> progress() {
        return new Consumer<>() {
            private int told;
            private long toldAt = clock.millis();

            @Override
            public void accept(Progress progress) {
                boolean silent = clock.millis() - toldAt >= SILENCE_MILLIS;
                if (progress.phase() == Progress.Phase.FETCHING && (progress.bundles() > told || silent)) {
                    told = progress.bundles();
                    toldAt = clock.millis();
                    err.println(line(progress));
                    err.flush();
                }
            }
        };
    }

    static String line(Progress progress) {
        return String.format(
                        Locale.ROOT,
                        "fetched %d of %d bundles, %s of %s",
                        progress.bundles(),
                        progress.bundlesTotal(),
                        size(progress.bytes()),
                        size(progress.bytesTotal()))
                + progress.timeLeft().map(left -> ", " + words(left) + " left").orElse("");
    }

    private static String words(Duration left) {
        return left.compareTo(Duration.ofMinutes(2)) < 0 ? left.toSeconds() + " s" : left.toMinutes() + " min";
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
