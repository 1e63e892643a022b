package dev.dovetail.shell.guard;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Keeps what styles more than one view as the shell set it: the application's stylesheet, the scene's, and those of the
 * panes that the views lie in. Whoever changes it is noted while it does so; it is put back before the next frame is
 * styled, so that nobody gets to see it, and told as a fault of the feature. JavaFX application thread only.
 */
public final class SharedStyle {

    private static final System.Logger LOG = System.getLogger(SharedStyle.class.getName());

    /**
     * Where and for whom.
     *
     * @param scene the window's
     * @param innermost the pane that the views lie in
     * @param theme the address of the stylesheet that the application is to have
     */
    public record Place(Scene scene, Parent innermost, Supplier<String> theme) {

        private List<Parent> panes() {
            return Stream.iterate(innermost, pane -> pane != null, Parent::getParent)
                    .toList();
        }
    }

    private record Kept(String what, BooleanSupplier changed, Runnable restore) {}

    private record Change(Optional<Attribution> who, IllegalStateException fault) {}

    private final List<Kept> kept = new ArrayList<>();
    private final Map<Kept, Change> changes = new HashMap<>();
    private final Calls calls;
    private final Suspects suspects;
    private final FaultSink sink;

    private SharedStyle(Calls calls, Suspects suspects, FaultSink sink) {
        this.calls = calls;
        this.suspects = suspects;
        this.sink = sink;
    }

    /**
     * Keeps the styles of a window from now on, as long as its scene lives.
     *
     * @param place the window
     * @param calls says whose code runs
     * @param suspects says whose code it was where no guard stood
     * @param sink told of changes
     * @return what keeps them
     */
    public static SharedStyle keep(Place place, Calls calls, Suspects suspects, FaultSink sink) {
        SharedStyle style = new SharedStyle(calls, suspects, sink);
        style.keepSheets("the window's stylesheets", place.scene().getStylesheets());
        style.keepUserAgent(place.scene());
        place.panes().forEach(style::keepPane);
        place.scene().addPreLayoutPulseListener(style::putBack);
        style.keepTheme(place);
        return style;
    }

    private void keepTheme(Place place) {
        Kept theme = keep(
                "the application's stylesheet",
                () -> !place.theme().get().equals(Application.getUserAgentStylesheet()),
                () -> Application.setUserAgentStylesheet(place.theme().get()));
        StyleSentinel sentinel = new StyleSentinel(() -> note(theme));
        place.scene().addPreLayoutPulseListener(sentinel::rearm);
    }

    private void keepSheets(String what, ObservableList<String> sheets) {
        List<String> own = List.copyOf(sheets);
        Kept list = keep(what, () -> !sheets.equals(own), () -> sheets.setAll(own));
        sheets.addListener((ListChangeListener<String>) change -> note(list));
    }

    private void keepUserAgent(Scene scene) {
        Kept sheet = keep(
                "the window's user agent stylesheet",
                () -> scene.getUserAgentStylesheet() != null,
                () -> scene.setUserAgentStylesheet(null));
        scene.userAgentStylesheetProperty().addListener((property, was, is) -> note(sheet));
    }

    private void keepPane(Parent pane) {
        keepSheets("the stylesheets of the pane around all views", pane.getStylesheets());
        Kept style = keep(
                "the style of the pane around all views", () -> !pane.getStyle().isEmpty(), () -> pane.setStyle(""));
        pane.styleProperty().addListener((property, was, is) -> note(style));
    }

    private Kept keep(String what, BooleanSupplier changed, Runnable restore) {
        Kept one = new Kept(what, changed, restore);
        kept.add(one);
        return one;
    }

    // Nothing is put back here: whoever listens behind this one would hear of both changes in the wrong order.
    private void note(Kept one) {
        if (one.changed().getAsBoolean()) {
            changes.computeIfAbsent(one, any -> new Change(calls.current(), fault(one)));
            Platform.requestNextPulse();
        }
    }

    private static IllegalStateException fault(Kept one) {
        return new IllegalStateException(
                "It changed " + one.what()
                        + ", which would style more than its own nodes; that was undone. Stylesheets belong on the view's root node.");
    }

    private void putBack() {
        for (Kept one : kept) {
            if (one.changed().getAsBoolean()) {
                Change change = changes.getOrDefault(one, new Change(Optional.empty(), fault(one)));
                one.restore().run();
                tell(change);
            }
        }
        changes.clear();
    }

    private void tell(Change change) {
        change.who()
                .or(() -> suspects.of(change.fault().getStackTrace()))
                .ifPresentOrElse(
                        who -> sink.report(who, Kind.STYLE, change.fault()),
                        () -> LOG.log(Level.WARNING, "Nobody knows who styled the whole window", change.fault()));
    }
}
