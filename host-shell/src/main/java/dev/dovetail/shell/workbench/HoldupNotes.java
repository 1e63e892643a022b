package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Federation;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Holdup;
import dev.dovetail.shell.guard.Suspects;
import dev.dovetail.shell.guard.Watchdog;
import dev.dovetail.shell.guard.Watchdog.Watched;
import dev.dovetail.shell.toasts.Toast;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Says who holds the window up: with the stack in the log while it is so, and in a note in the window when it is over. On
 * the watchdog's thread.
 */
final class HoldupNotes implements Watchdog.Listener {

    private static final System.Logger LOG = System.getLogger(HoldupNotes.class.getName());

    /** Whoever stutters is told of, but not at each step. */
    private static final Duration APART = Duration.ofSeconds(30);

    private final Map<String, Instant> noted = new HashMap<>();
    private final Federation federation;
    private final Consumer<Toast> toasts;
    private final Executor ui;
    private final Clock clock;
    private Optional<Attribution> told = Optional.empty();

    /**
     * @param federation remembers what lasts, should the process be ended meanwhile
     * @param toasts shows a note, on the JavaFX application thread
     * @param ui that thread
     * @param clock the time
     */
    HoldupNotes(Federation federation, Consumer<Toast> toasts, Executor ui, Clock clock) {
        this.federation = federation;
        this.toasts = toasts;
        this.ui = ui;
        this.clock = clock;
    }

    /**
     * @param calls says whose code runs
     * @param suspects says whose it is where no guard stood
     * @return what watches this thread, JavaFX's, from now on
     */
    Watchdog watch(Calls calls, Suspects suspects) {
        Watched thread = new Watched(Thread.currentThread(), Platform::runLater, calls, suspects, System::nanoTime);
        return Watchdog.over(thread, Watchdog.Limits.USUAL, this);
    }

    @Override
    public void noticed(Holdup holdup) {
        log(
                name(holdup) + " holds up the window, by now for " + words(holdup.lasted()) + ", in " + holdup.where(),
                holdup);
    }

    @Override
    public void lasting(Holdup holdup) {
        log(
                name(holdup) + " still holds up the window, after " + words(holdup.lasted()) + ", in " + holdup.where(),
                holdup);
        told = holdup.who();
        told.ifPresent(who -> federation.heldUp(who.feature(), holdup.where()));
    }

    @Override
    public void over(Holdup holdup) {
        LOG.log(System.Logger.Level.INFO, name(holdup) + " held up the window for " + words(holdup.lasted()));
        told.ifPresent(who -> federation.wentOn(who.feature()));
        told = Optional.empty();
        holdup.who().filter(this::isNews).ifPresent(who -> note(who, holdup.lasted()));
    }

    private boolean isNews(Attribution who) {
        Instant now = clock.instant();
        Optional<Instant> last =
                Optional.ofNullable(noted.get(who.feature().featureId())).filter(at -> now.isBefore(at.plus(APART)));
        if (last.isEmpty()) {
            noted.put(who.feature().featureId(), now);
        }
        return last.isEmpty();
    }

    private void note(Attribution who, Duration lasted) {
        Toast note = Toast.of(Level.INFO, who.title() + " held up the window for " + words(lasted) + ".");
        ui.execute(() -> toasts.accept(note));
    }

    private static void log(String sentence, Holdup holdup) {
        Exception stack = new Exception("what the JavaFX application thread does");
        stack.setStackTrace(holdup.stack().toArray(StackTraceElement[]::new));
        LOG.log(System.Logger.Level.WARNING, sentence, stack);
    }

    private static String name(Holdup holdup) {
        return holdup.who().map(Attribution::name).orElse("Something");
    }

    private static String words(Duration lasted) {
        return String.format(Locale.ROOT, "%.1f s", lasted.toMillis() / 1000.0);
    }
}
