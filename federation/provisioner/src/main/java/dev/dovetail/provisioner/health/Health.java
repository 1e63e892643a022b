package dev.dovetail.provisioner.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of how well things fare. Immutable.
 *
 * @param attempts starts that are not known to have gone well
 * @param trials versions that have not yet shown themselves to be good, one for each feature
 * @param failed versions that failed and are not offered again
 * @param incidents what there was to tell, oldest first, at most {@value #MOST_INCIDENTS}
 */
public record Health(Attempts attempts, List<Trial> trials, List<FailedVersion> failed, List<Incident> incidents) {

    /** A home in which nothing ever happened. */
    public static final Health NEW = new Health(Attempts.NONE, List.of(), List.of(), List.of());

    private static final int MOST_INCIDENTS = 20;

    /** Copies the lists, and forgets the oldest incidents. */
    public Health {
        trials = List.copyOf(trials);
        failed = List.copyOf(failed);
        incidents = List.copyOf(incidents.subList(Math.max(0, incidents.size() - MOST_INCIDENTS), incidents.size()));
    }

    /** @return one more start with a generation */
    public Health attempting(long generation) {
        return new Health(attempts.another(generation), trials, failed, incidents);
    }

    /** @return a start went well */
    public Health started() {
        return new Health(Attempts.NONE, trials, failed, incidents);
    }

    /**
     * @param unless for whom that isn't so
     * @return all other features ended as they should
     */
    public Health ended(Predicate<Trial> unless) {
        List<Trial> resting = trials.stream()
                .map(trial -> unless.test(trial) ? trial : trial.running(false))
                .toList();
        return new Health(Attempts.NONE, resting, failed, incidents);
    }

    /**
     * @param feature a feature's id
     * @return its version on trial, if it has one
     */
    public Optional<Trial> trial(String feature) {
        return trials.stream().filter(trial -> trial.feature().equals(feature)).findFirst();
    }

    /**
     * @param trial takes the place of the feature's earlier one
     * @return with it
     */
    public Health trying(Trial trial) {
        return new Health(
                attempts, added(without(other -> other.feature().equals(trial.feature())), trial), failed, incidents);
    }

    /**
     * @param feature whose version on trial runs from now on
     * @return with that noted
     */
    public Health running(String feature) {
        return trial(feature).map(trial -> trying(trial.running(true))).orElse(this);
    }

    /**
     * @param feature whose version has shown itself to be good, or is gone
     * @return without its trial
     */
    public Health settled(String feature) {
        return new Health(attempts, without(trial -> trial.feature().equals(feature)), failed, incidents);
    }

    /**
     * @param bundles the digests in force
     * @return without the trials of others
     */
    public Health within(Set<String> bundles) {
        return new Health(attempts, without(trial -> !bundles.contains(trial.bundle())), failed, incidents);
    }

    /**
     * @param earlier what was known before
     * @return with the trials that there were then
     */
    public Health withTrialsOf(Health earlier) {
        return new Health(attempts, earlier.trials, failed, incidents);
    }

    /**
     * @param version failed
     * @return with it remembered, and its trial over
     */
    public Health failing(FailedVersion version) {
        List<FailedVersion> others = failed.stream()
                .filter(other -> !other.bundle().equals(version.bundle()))
                .toList();
        return new Health(
                attempts, without(trial -> trial.bundle().equals(version.bundle())), added(others, version), incidents);
    }

    /**
     * @param bundles digests that somebody wants all the same
     * @return with what they did forgotten
     */
    public Health forgiving(Set<String> bundles) {
        return new Health(
                attempts,
                trials,
                failed.stream()
                        .filter(version -> !bundles.contains(version.bundle()))
                        .toList(),
                incidents);
    }

    /**
     * @param incident happened
     * @return with it told
     */
    public Health telling(Incident incident) {
        return new Health(attempts, trials, failed, added(incidents, incident));
    }

    /** @return the digests that are not offered again */
    public Set<String> failedBundles() {
        return failed.stream().map(FailedVersion::bundle).collect(Collectors.toSet());
    }

    private List<Trial> without(Predicate<Trial> gone) {
        return trials.stream().filter(gone.negate()).toList();
    }

    private static <T> List<T> added(List<T> list, T last) {
        return new ArrayList<>(Stream.concat(list.stream(), Stream.of(last)).toList());
    }
}
