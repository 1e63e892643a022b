package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.FaultPolicy;
import dev.dovetail.shell.guard.FaultSink;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.guard.Verdict;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ViewPlace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Takes what features throw while they run: says it, holds it against a version on probation, and puts an error panel in
 * the place of a view that throws too much. The rest of the window goes on.
 */
final class FeatureFaults implements FaultSink {

    private static final System.Logger LOG = System.getLogger(FeatureFaults.class.getName());

    private static final int IN_A_TOAST = 160;

    private final ShellWorld world;
    private final Supplier<OpenPlaces> places;
    private final FeatureCare care;
    private final Consumer<Toast> toasts;
    private final FaultPolicy policy;

    /**
     * @param world holds faults against new versions
     * @param places where views are
     * @param care knows what reports say of a feature
     * @param toasts says what happened
     */
    FeatureFaults(ShellWorld world, Supplier<OpenPlaces> places, FeatureCare care, Consumer<Toast> toasts) {
        this.world = world;
        this.places = places;
        this.care = care;
        this.toasts = toasts;
        this.policy = new FaultPolicy(world.clock());
    }

    // Never at once: a view can't be taken away while it is laid out.
    @Override
    public void report(Attribution who, Kind kind, Throwable fault) {
        Platform.runLater(() -> judge(who, kind, fault));
    }

    private void judge(Attribution who, Kind kind, Throwable fault) {
        Verdict verdict = policy.judge(who, kind);
        if (verdict == Verdict.KNOWN) {
            LOG.log(System.Logger.Level.DEBUG, who.name() + " threw again " + kind.words());
            return;
        }
        String view = who.isView() ? ", in its view " + who.viewId() : "";
        LOG.log(System.Logger.Level.ERROR, who.name() + " threw " + kind.words() + view, fault);
        world.federation().failed(who.feature(), Failure.sentence(fault));
        List<ViewPlace> broken = verdict == Verdict.REPLACE ? places(who, fault) : List.of();
        if (broken.isEmpty()) {
            toasts.accept(Toast.of(
                    Level.ERROR, who.title() + " had a problem: " + Failure.cut(Failure.sentence(fault), IN_A_TOAST)));
        } else {
            broken.forEach(place -> replace(place, who, kind, fault));
        }
    }

    private void replace(ViewPlace place, Attribution who, Kind kind, Throwable fault) {
        Owner owner = place.owner();
        String said = Failure.sentence(fault);
        String often =
                kind == Kind.LAYOUT ? "It failed " : "It failed " + policy.faults(who) + " times in a row, last ";
        Failure failure = Failure.of(
                        place.label().title() + " stopped working",
                        fault,
                        world.clock().instant(),
                        care.facts(owner))
                .saying(often + kind.words() + ": " + said);
        places.get().broke(place, failure).ifPresent(lease -> world.background().execute(lease::close));
        if (kind == Kind.LAYOUT) {
            LayoutCure.apply(place.slot());
        }
    }

    /** Where no view is known, those whose own class is on the stack, and else all of the feature. */
    private List<ViewPlace> places(Attribution who, Throwable fault) {
        List<ViewPlace> open = places.get().of(who.feature().featureId()).stream()
                .filter(place -> place.view()
                        .filter(view -> view.feature().equals(who.feature()))
                        .isPresent())
                .toList();
        if (who.isView()) {
            return open.stream()
                    .filter(place -> place.view()
                            .map(OpenView::attribution)
                            .filter(who::equals)
                            .isPresent())
                    .toList();
        }
        List<ViewPlace> onStack =
                open.stream().filter(place -> isOnStack(place, fault)).toList();
        return onStack.isEmpty() ? open : onStack;
    }

    private static boolean isOnStack(ViewPlace place, Throwable fault) {
        return place.view()
                .map(view -> view.type().getName())
                .filter(type -> Arrays.stream(fault.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(name -> name.equals(type) || name.startsWith(type + "$")))
                .isPresent();
    }
}
