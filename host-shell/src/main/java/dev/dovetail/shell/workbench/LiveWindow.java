package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.guard.Watchdog;
import dev.dovetail.shell.session.Session;
import dev.dovetail.shell.session.SessionFile;
import dev.dovetail.shell.session.SessionKeeper;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.updates.MandatoryUpdates;
import dev.dovetail.shell.updates.Pause;
import dev.dovetail.shell.updates.Ticks;
import dev.dovetail.shell.view.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A window that is up: it follows the federation and keeps the session. JavaFX application thread only. */
final class LiveWindow {

    private final ShellWorld world;
    private final ShellScene scene;
    private final ShellWindow window;
    private final SessionKeeper keeper;
    private final Federation.Subscription subscription;
    private final UncaughtFaults faults;
    private final Restoring restoring;
    private Optional<Pause> pause = Optional.empty();
    private Optional<MandatoryUpdates> mandatory = Optional.empty();
    private Optional<Ticks> ticks = Optional.empty();
    private Optional<Watchdog> watchdog = Optional.empty();
    private Runnable onLeave = () -> {};
    private boolean restored;
    private Session last;

    LiveWindow(ShellWorld world, SessionFile file, Session session) {
        this.world = world;
        last = session;
        keeper = new SessionKeeper(file, this::current, world.ui(), this::notSaved);
        scene = new ShellScene(world, session, keeper::touch);
        restoring = new Restoring(scene, world.ui());
        if (!world.federation().snapshot().condition().safe()) {
            restoring.arrange(session, world.federation().snapshot());
        }
        window = new ShellWindow(scene::dress, session.bounds(), this::leaveLater, keeper::touch);
        scene.host().ifPresent(host -> host.onNamed(feature -> window.named(feature.title(), feature.icon())));
        faults = scene.catching();
        subscription = world.federation().follow(snapshot -> world.ui().execute(() -> show(snapshot)));
        // What came between the scene's first look and the following.
        scene.show(world.federation().snapshot());
    }

    private void show(Snapshot snapshot) {
        scene.show(snapshot);
        mandatory.ifPresent(updates -> updates.look(snapshot));
    }

    private void leaveLater() {
        onLeave.run();
    }

    void show(Runnable onLaidOut, Runnable leave) {
        onLeave = leave;
        window.show(onLaidOut);
    }

    /** Fills the tabs that were open; the window is there. */
    void restore() {
        scene.opened().fillSelected();
        watchdog = Optional.of(scene.watch());
        if (world.federation().snapshot().condition().safe()) {
            // What was open stays remembered: this start is only for finding out.
            return;
        }
        restored = true;
        pause = Optional.of(new Pause(scene.scene(), Pause.USUAL, world.ui(), () -> scene.timing()
                .idle(world.federation().snapshot())));
        scene.timing().started(world.federation().snapshot());
        restoring.fill();
        scene.host()
                .filter(host -> scene.selectedView().isEmpty())
                .ifPresent(host -> host.open(world.federation(), world.ui()));
        MandatoryUpdates updates = scene.mandatory();
        mandatory = Optional.of(updates);
        ticks = Optional.of(new Ticks(
                Ticks.USUAL, world.ui(), () -> updates.look(world.federation().snapshot())));
    }

    // Before the tabs are back, what was read is still what there is to keep.
    private Session current() {
        if (restored) {
            scene.showHeap();
            last = new Session(
                    scene.theme(),
                    Optional.of(window.bounds()),
                    scene.opened().remember(),
                    scene.selectedView(),
                    scene.timing().waiting(),
                    scene.disabled());
        }
        return new Session(
                last.theme(), last.bounds(), last.views(), last.selected(), last.updates(), scene.disabled());
    }

    private void notSaved(Exception fault) {
        world.ui()
                .execute(() ->
                        scene.toast(Toast.of(Level.WARNING, "The session could not be saved: " + fault.getMessage())));
    }

    /** Saves and closes; what is to be given back is the caller's, on another thread. */
    List<Lease<?>> close() {
        watchdog.ifPresent(Watchdog::close);
        subscription.close();
        keeper.close(current());
        List<Lease<?>> leases = new ArrayList<>(scene.opened().endAll());
        leases.addAll(scene.commands().end(Optional.empty()));
        world.pools().close();
        faults.close();
        pause.ifPresent(Pause::close);
        ticks.ifPresent(Ticks::close);
        window.close();
        return leases;
    }

    ShellScene scene() {
        return scene;
    }
}
