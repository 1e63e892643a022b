package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.toasts.Toasts;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells in a corner of the window, once each, what a snapshot brings: what Dovetail did on its own account, and what is
 * newer. JavaFX application thread only.
 */
final class News {

    private final UpdateOffers offers;
    private final Requests requests;
    private final Toasts toasts;
    private final Consumer<FeatureStatus> update;
    private final Set<String> told = new HashSet<>();

    News(UpdateOffers offers, Requests requests, Toasts toasts, Consumer<FeatureStatus> update) {
        this.offers = offers;
        this.requests = requests;
        this.toasts = toasts;
        this.update = update;
    }

    void tell(Snapshot snapshot) {
        snapshot.condition().incidents().stream()
                .filter(told::add)
                .forEach(incident -> toasts.show(Toast.of(Level.WARNING, incident)));
        offers.settled(snapshot).forEach(sentence -> toasts.withdraw(Toast.of(Level.INFO, sentence)));
        offers.fresh(snapshot).stream()
                .filter(feature -> requests.of(feature.id()).isEmpty())
                .forEach(this::offer);
    }

    private void offer(FeatureStatus feature) {
        toasts.show(Toast.of(Level.INFO, offers.sentence(feature)).with("Update", () -> update.accept(feature)));
    }
}
