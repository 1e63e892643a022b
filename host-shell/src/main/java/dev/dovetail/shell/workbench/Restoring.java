package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.session.OpenedView;
import dev.dovetail.shell.session.Session;
import dev.dovetail.shell.toasts.Toast;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Reopens what was open: all tabs at once, the selected one filled first, the others one after the other. A view whose
 * feature isn't installed any more is left out, since starting must not download anything. JavaFX application thread
 * only.
 */
final class Restoring {

    private final ShellScene shell;
    private final Executor ui;
    private final Deque<ViewTab> waiting = new ArrayDeque<>();
    private final List<String> missing = new ArrayList<>();
    private Optional<ViewTab> first = Optional.empty();

    Restoring(ShellScene shell, Executor ui) {
        this.shell = shell;
        this.ui = ui;
    }

    /** Puts the tabs up, empty, and the selected one in front: so nothing else is drawn for the first picture. */
    void arrange(Session session, Snapshot snapshot) {
        for (OpenedView view : session.views()) {
            if (isInstalled(snapshot, view.viewId())) {
                waiting.add(shell.opened().restore(view.viewId(), view.memento()));
            } else {
                missing.add(view.viewId());
            }
        }
        first = session.selected().flatMap(shell.opened()::find);
        first.ifPresent(tab -> shell.workspace().select(tab.tab()));
    }

    /** Fills them. */
    void fill() {
        if (!missing.isEmpty()) {
            shell.toast(Toast.of(
                    Level.INFO, "Not reopened, because no installed feature has it: " + String.join(", ", missing)));
        }
        first.ifPresentOrElse(this::openFirst, this::openNext);
    }

    private static boolean isInstalled(Snapshot snapshot, String viewId) {
        return snapshot.contributor(viewId)
                .map(FeatureStatus::state)
                .filter(state -> !(state instanceof Available))
                .isPresent();
    }

    private void openFirst(ViewTab first) {
        shell.workspace().select(first.tab());
        var unused = first.place().shown().whenComplete((shown, fault) -> ui.execute(this::openNext));
    }

    private void openNext() {
        ViewTab next = waiting.poll();
        if (next == null) {
            return;
        }
        boolean stillThere =
                shell.opened().find(next.viewId()).filter(next::equals).isPresent();
        if (stillThere && next.place().isIdle()) {
            var unused = shell.opened().open(next).whenComplete((shown, fault) -> ui.execute(this::openNext));
        } else {
            openNext();
        }
    }
}
