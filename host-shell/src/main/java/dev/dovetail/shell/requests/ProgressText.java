package dev.dovetail.shell.requests;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import java.time.Duration;
import java.util.Locale;

/** Progress in words and as a bar. */
public final class ProgressText {

    private static final double MEGA = 1_000_000;
    private static final double KILO = 1_000;

    private ProgressText() {}

    /**
     * @param request what is being done
     * @return what and for which feature, such as <i>Updating Charts</i>
     */
    public static String headline(Request request) {
        boolean fetching = request.progress().filter(p -> p.bundlesTotal() > 0).isPresent();
        String verb = request.kind() == Request.Kind.ACTIVATE && fetching
                ? "Installing"
                : request.kind().verb();
        return verb + " " + request.title();
    }

    /**
     * @param request what is being done
     * @return how far it has come, such as <i>Downloading 2 of 4 bundles · 1.3 / 2.6 MB</i>
     */
    public static String detail(Request request) {
        return request.progress().map(progress -> detail(request, progress)).orElse("Getting ready…");
    }

    private static String detail(Request request, Progress progress) {
        return switch (progress.phase()) {
            case PLANNING -> "Finding out what is needed…";
            case FETCHING -> fetching(progress);
            case APPLYING -> applying(request.kind());
        };
    }

    private static String applying(Request.Kind kind) {
        return switch (kind) {
            case REMOVE -> "Taking it out…";
            case REVERT -> "Going back…";
            case ACTIVATE, UPDATE -> "Starting…";
        };
    }

    private static String fetching(Progress progress) {
        if (progress.bundlesTotal() == 0) {
            return "Nothing to download";
        }
        String bundles = progress.bundlesTotal() == 1 ? "bundle" : "bundles";
        return "Downloading " + progress.bundles() + " of " + progress.bundlesTotal() + " " + bundles + " · "
                + sizes(progress.bytes(), progress.bytesTotal())
                + progress.timeLeft().map(left -> " · " + timeLeft(left)).orElse("");
    }

    /**
     * @param left how long it will take yet
     * @return so much of it as is worth saying
     */
    static String timeLeft(Duration left) {
        return left.compareTo(Duration.ofMinutes(2)) < 0
                ? left.toSeconds() + " s left"
                : left.toMinutes() + " min left";
    }

    /**
     * @param request what is being done
     * @return whether it can still be given up: what is being applied is carried to its end
     */
    public static boolean cancellable(Request request) {
        return request.kind() != Request.Kind.REMOVE
                && request.kind() != Request.Kind.REVERT
                && request.progress().filter(p -> p.phase() == Phase.APPLYING).isEmpty();
    }

    /**
     * @param done bytes that are there
     * @param total bytes in all
     * @return both in the unit that suits the larger one
     */
    static String sizes(long done, long total) {
        boolean mega = total >= MEGA / 10;
        String form = mega ? "%.1f / %.1f MB" : "%.0f / %.0f KB";
        double unit = mega ? MEGA : KILO;
        return String.format(Locale.ROOT, form, done / unit, total / unit);
    }

    /**
     * @param request what is being done
     * @return the share that is done, or -1 when that is unknown
     */
    public static double fraction(Request request) {
        return request.progress()
                .filter(p -> p.phase() == Phase.FETCHING && p.bytesTotal() > 0)
                .map(p -> Math.min(1.0, (double) p.bytes() / p.bytesTotal()))
                .orElse(-1.0);
    }
}
