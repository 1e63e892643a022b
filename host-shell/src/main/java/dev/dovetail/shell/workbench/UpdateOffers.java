package dev.dovetail.shell.workbench;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.updates.DeadlineText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers which updates a person was told of, so that each is offered once. */
final class UpdateOffers {

    private record Offer(String featureId, String newer, Optional<Deadline> deadline) {}

    private final Map<Offer, String> told = new HashMap<>();
    private final DeadlineText words;

    /** @param words how moments are written */
    UpdateOffers(DeadlineText words) {
        this.words = words;
    }

    /**
     * @param snapshot what is known now
     * @return features with an update that was not offered yet
     */
    List<FeatureStatus> fresh(Snapshot snapshot) {
        return snapshot.features().stream().filter(this::isFresh).toList();
    }

    /**
     * @param feature with an update
     * @return what to say
     */
    String sentence(FeatureStatus feature) {
        String version = feature.state() instanceof Updatable updatable
                ? updatable.newer()
                : feature.state().version();
        String offer = feature.title() + " " + version + " is available.";
        return feature.state()
                .deadline()
                .map(deadline -> offer + " "
                        + (version.equals(deadline.version()) ? "It " : deadline.version() + " or newer ")
                        + words.within(deadline))
                .orElse(offer);
    }

    /**
     * @param snapshot what is known now
     * @return what was said of updates that are no longer on offer, because they are installed or gone
     */
    List<String> settled(Snapshot snapshot) {
        List<String> gone = new ArrayList<>();
        told.entrySet().removeIf(entry -> {
            boolean stands = snapshot.feature(entry.getKey().featureId())
                    .filter(feature -> feature.state() instanceof Updatable updatable
                            && updatable.newer().equals(entry.getKey().newer())
                            && updatable.deadline().equals(entry.getKey().deadline()))
                    .isPresent();
            return !stands && gone.add(entry.getValue());
        });
        return gone;
    }

    private boolean isFresh(FeatureStatus feature) {
        return feature.state() instanceof Updatable updatable
                && told.putIfAbsent(new Offer(feature.id(), updatable.newer(), updatable.deadline()), sentence(feature))
                        == null;
    }
}
