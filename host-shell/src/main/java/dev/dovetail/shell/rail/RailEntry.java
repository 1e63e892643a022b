package dev.dovetail.shell.rail;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import java.util.Comparator;
import java.util.List;

/**
 * What the rail shows of one view.
 *
 * @param view the view
 * @param featureId whose it is
 * @param featureTitle what people call the feature
 * @param presence how near it is
 */
public record RailEntry(Contribution.View view, String featureId, String featureTitle, Presence presence) {

    /** How near a view is. */
    public enum Presence {
        /** Not downloaded; opening it does that first. */
        AVAILABLE,
        /** Installed. */
        INSTALLED,
        /** Installed, and a newer version is on offer. */
        UPDATABLE
    }

    private static final Comparator<RailEntry> ORDER = Comparator.comparingInt(
                    (RailEntry entry) -> entry.view().order())
            .thenComparing(entry -> entry.view().title())
            .thenComparing(entry -> entry.view().id());

    /**
     * @param snapshot what is known
     * @return all views, in the order of the rail
     */
    public static List<RailEntry> of(Snapshot snapshot) {
        return snapshot.features().stream()
                .flatMap(feature -> views(feature).stream())
                .sorted(ORDER)
                .toList();
    }

    private static List<RailEntry> views(FeatureStatus feature) {
        return feature.contributions().stream()
                .filter(Contribution.View.class::isInstance)
                .map(Contribution.View.class::cast)
                .map(view -> new RailEntry(view, feature.id(), feature.title(), presence(feature.state())))
                .toList();
    }

    private static Presence presence(FeatureStatus.State state) {
        if (state instanceof Available) {
            return Presence.AVAILABLE;
        }
        return state instanceof Updatable ? Presence.UPDATABLE : Presence.INSTALLED;
    }

    String tooltip() {
        String what = view.title().equals(featureTitle) ? view.title() : view.title() + " · " + featureTitle;
        return switch (presence) {
            case AVAILABLE -> what + "\nNot installed yet: opening it downloads it";
            case INSTALLED -> what;
            case UPDATABLE -> what + "\nAn update is available";
        };
    }
}
