package dev.dovetail.shell.workbench;

import dev.dovetail.shell.embed.Embeds;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.ViewPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where features' views are: in tabs, and within other views.
 *
 * @param views those in tabs
 * @param embeds those within others
 */
record OpenPlaces(Views views, Embeds embeds) {

    /** Any thread. The tabs first, then what is within other views, from the outside to the inside. */
    List<ViewPlace> of(String featureId) {
        return Stream.concat(views.of(featureId).stream().map(ViewTab::place), embeds.of(featureId).stream())
                .toList();
    }

    /** Whether an update of the feature would be seen. */
    boolean isOpen(String featureId) {
        return !views.of(featureId).isEmpty()
                || embeds.of(featureId).stream().anyMatch(place -> place.view().isPresent());
    }

    /** What the open views of a feature have against an update now. */
    List<String> objections(String featureId) {
        return of(featureId).stream()
                .flatMap(place -> place.view().flatMap(OpenView::objection).stream())
                .distinct()
                .toList();
    }

    /** An open view's feature throws too much: a panel takes the view's place. Answers what is to be given back. */
    Optional<Lease<?>> broke(ViewPlace place, Failure failure) {
        Optional<Lease<?>> lease = views.broke(place, failure);
        return lease.isPresent() ? lease : embeds.broke(place, failure);
    }

    /** A person wants a feature off. Answers what is to be given back. */
    List<Lease<?>> disabled(String featureId) {
        List<Lease<?>> leases = new ArrayList<>(views.disabled(featureId));
        leases.addAll(embeds.disabled(featureId));
        return leases;
    }

    /** Tries again what a version could not show that is gone now. */
    void retry(String featureId) {
        views.retry(featureId);
        embeds.retry(featureId);
    }
}
