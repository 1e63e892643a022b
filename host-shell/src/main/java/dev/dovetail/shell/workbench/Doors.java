package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Route;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The ways by which a feature comes to another's view: into a tab, by a route, or into its own view. JavaFX application
 * thread only.
 *
 * @param federation knows where routes lead
 * @param places where views are; asked for when a feature wants something, which is after they were made
 */
record Doors(Federation federation, Supplier<OpenPlaces> places) {

    CompletionStage<Void> show(String viewId, Memento memento, Values parameters) {
        return places.get().views().show(viewId, memento, parameters);
    }

    Contribution.View at(Route route) throws FederationException {
        return route.in(federation.snapshot());
    }

    Inside inside(Owner owner, Nesting nesting) {
        return places.get().embeds().inside(owner, nesting);
    }
}
