package dev.dovetail.shell.workbench;

import dev.dovetail.shell.palette.PaletteEntry;
import dev.dovetail.shell.palette.PaletteEntry.Group;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the palette offers when a route is typed: to go there. What is wrong with it is said when the person does.
 *
 * @param go goes to a route
 */
record RouteEntry(Consumer<String> go) implements Function<String, Optional<PaletteEntry>> {

    @Override
    public Optional<PaletteEntry> apply(String typed) {
        String route = typed.strip();
        return route.indexOf('/') > 0 || route.indexOf('?') > 0
                ? Optional.of(
                        new PaletteEntry(Group.VIEWS, route, "Go there", "navigation", "", () -> go.accept(route)))
                : Optional.empty();
    }
}
