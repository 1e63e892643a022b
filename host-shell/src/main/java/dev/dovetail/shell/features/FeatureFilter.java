package dev.dovetail.shell.features;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Updatable;
import java.util.List;
import java.util.Locale;

/**
 * Which features the page shows.
 *
 * @param kind by their state
 * @param words by what they are called, in lower case; all of them must occur
 */
public record FeatureFilter(Kind kind, List<String> words) {

    /** By state. */
    public enum Kind {
        /** Every one. */
        ALL("All"),
        /** What is installed. */
        INSTALLED("Installed"),
        /** What could be newer. */
        UPDATES("Updates");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** @return what people read */
        public String title() {
            return title;
        }
    }

    /**
     * @param kind by state
     * @param search what was typed
     * @return the filter
     */
    public static FeatureFilter of(Kind kind, String search) {
        return new FeatureFilter(
                kind,
                search.toLowerCase(Locale.ROOT)
                        .strip()
                        .lines()
                        .flatMap(line -> List.of(line.split("\\s+", -1)).stream())
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /**
     * @param features all
     * @return those to show
     */
    public List<FeatureStatus> of(List<FeatureStatus> features) {
        return features.stream().filter(this::accepts).toList();
    }

    private boolean accepts(FeatureStatus feature) {
        return accepts(feature.state()) && (words.isEmpty() || says(feature));
    }

    private boolean says(FeatureStatus feature) {
        String text = String.join(" ", feature.title(), feature.id(), feature.vendor(), feature.description())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private boolean accepts(FeatureStatus.State state) {
        return switch (kind) {
            case ALL -> true;
            case INSTALLED -> !(state instanceof Available);
            case UPDATES -> state instanceof Updatable;
        };
    }
}
