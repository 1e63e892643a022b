package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.FederationException;
import dev.dovetail.shell.palette.PaletteEntry;
import dev.dovetail.shell.palette.PaletteEntry.Group;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Surroundings;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the palette offers when a route is typed: to go there. What is wrong with it is said when the person does.
 *
 * @param surroundings goes to a route
 * @param toasts says what is wrong
 */
record RouteEntry(Surroundings surroundings, Consumer<Toast> toasts)
        implements Function<String, Optional<PaletteEntry>> {

    @Override
    public Optional<PaletteEntry> apply(String typed) {
        String route = typed.strip();
        return route.indexOf('/') > 0 || route.indexOf('?') > 0
                ? Optional.of(new PaletteEntry(Group.VIEWS, route, "Go there", "navigation", "", () -> go(route)))
                : Optional.empty();
    }

    private void go(String route) {
        var unused = surroundings.navigate(route).whenComplete((done, fault) -> {
            // What else fails has a panel in the view's place.
            if (fault != null && Failure.root(fault) instanceof FederationException refused) {
                toasts.accept(Toast.of(Level.ERROR, Failure.advice(refused)));
            }
        });
    }
}
