package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Generation;
import dev.dovetail.shell.history.HistoryDeeds;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.toasts.Toast;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does what the history page asks for, and says in a toast how it went. */
final class WayBack implements HistoryDeeds {

    private final Federation federation;
    private final Requests requests;
    private final Executor ui;
    private final Consumer<Toast> toasts;

    /**
     * @param federation knows what is kept
     * @param requests goes back
     * @param ui the JavaFX application thread
     * @param toasts says how it went
     */
    WayBack(Federation federation, Requests requests, Executor ui, Consumer<Toast> toasts) {
        this.federation = federation;
        this.requests = requests;
        this.ui = ui;
        this.toasts = toasts;
    }

    @Override
    public void look(Consumer<List<Generation>> onKnown) {
        tell(federation.generations(), "What was installed before can't be shown", onKnown);
    }

    @Override
    public void pin(Generation generation, boolean pinned, Consumer<List<Generation>> onKnown) {
        String failed = "Generation " + generation.number() + " could not be " + (pinned ? "pinned" : "unpinned");
        tell(federation.pin(generation.number(), pinned), failed, onKnown);
    }

    @Override
    public void goBack(Generation generation) {
        tell(
                requests.revert(generation),
                "Dovetail did not go back to generation " + generation.number(),
                snapshot -> toasts.accept(
                        Toast.of(Level.SUCCESS, "Generation " + snapshot.generation() + " is in force again.")));
    }

    private <T> void tell(CompletionStage<T> stage, String failed, Consumer<T> done) {
        var unused = stage.whenComplete((answer, fault) -> ui.execute(() -> {
            if (fault == null) {
                done.accept(answer);
            } else {
                toasts.accept(PageDeeds.failure(failed, fault));
            }
        }));
    }
}
