package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static dev.dovetail.provisioner.sample.Samples.lockfile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final byte[] INDEX = {};
    private static final Running NOTHING = new Running(Set.of(), Set.of());

    private final LockedBundle api = bundle("api", "1.0.0");
    private final LockedBundle old = bundle("charts", "1.0.0");
    private final LockedBundle fresh = bundle("charts", "2.0.0");
    private final LockedBundle tables = bundle("tables", "1.0.0");
    private final List<LockedBundle> all = List.of(api, old, fresh, tables);

    private final LockedFeature oldCharts = feature("charts", api, old);
    private final LockedFeature freshCharts = feature("charts", api, fresh);
    private final LockedFeature tablesFeature = feature("tables", api, tables);

    private final Lockfile before = lockfile(1, all, oldCharts, tablesFeature);
    private final Lockfile after = lockfile(2, all, freshCharts, tablesFeature);

    private static Running running(LockedBundle... bundles) {
        Set<String> digests =
                Arrays.stream(bundles).map(b -> b.content().sha256()).collect(Collectors.toSet());
        return new Running(digests, digests);
    }

    private List<Step> change(Lockfile next, Running running, String wanted) {
        return Steps.change(before, new Step.Commit(next, INDEX), running, wanted);
    }

    /** A commit holds an array, so it is compared by its generation. */
    private static List<Object> told(List<Step> steps) {
        return steps.stream()
                .map(step -> step instanceof Step.Commit commit ? (Object) commit.next() : step)
                .toList();
    }

    @Test
    void activationInstallsResolvesAndStartsProvidersFirst() {
        assertThat(Steps.activation(oldCharts, before, NOTHING))
                .containsExactly(
                        new Step.Install(api),
                        new Step.Install(old),
                        new Step.Resolve(List.of(api, old)),
                        new Step.Start(api, oldCharts),
                        new Step.Start(old, oldCharts));
    }

    @Test
    void activationTakesOverWhatIsThere() {
        assertThat(Steps.activation(oldCharts, before, running(api, tables)))
                .containsExactly(
                        new Step.Install(old), new Step.Resolve(List.of(api, old)), new Step.Start(old, oldCharts));
    }

    @Test
    void activationStartsWhatIsInstalledAndRests() {
        Running resting = new Running(running(api, old).bundles(), running(api).started());
        assertThat(Steps.activation(oldCharts, before, resting))
                .containsExactly(new Step.Resolve(List.of(api, old)), new Step.Start(old, oldCharts));
    }

    @Test
    void nothingIsDoneForWhatRuns() {
        assertThat(Steps.activation(oldCharts, before, running(api, old))).isEmpty();
    }

    @Test
    void anUpdateStartsTheNewBesideTheOldHandsOverCommitsAndOnlyThenRetires() {
        assertThat(told(change(after, running(api, old), "")))
                .containsExactly(
                        new Step.Install(fresh),
                        new Step.Resolve(List.of(api, fresh)),
                        new Step.Start(fresh, freshCharts),
                        new Step.HandOver(oldCharts, freshCharts),
                        after,
                        new Step.Retire(old));
    }

    @Test
    void anUpdateOfARestingFeatureIsTheCommitAlone() {
        assertThat(told(change(after, NOTHING, ""))).containsExactly(after);
        assertThat(told(change(after, running(api, tables), ""))).containsExactly(after);
    }

    @Test
    void anUpdateTakesOutAnOldVersionThatWasInstalledAndNeverStarted() {
        Running resting = new Running(running(api, old).bundles(), Set.of());
        assertThat(told(change(after, resting, ""))).containsExactly(after, new Step.Retire(old));
    }

    @Test
    void whatIsWantedRunsBeforeTheCommit() {
        Lockfile tablesOnly = lockfile(1, all, tablesFeature);
        assertThat(told(Steps.change(tablesOnly, new Step.Commit(before, INDEX), running(api, tables), "charts")))
                .containsExactly(
                        new Step.Install(old),
                        new Step.Resolve(List.of(api, old)),
                        new Step.Start(old, oldCharts),
                        before);
    }

    @Test
    void whatIsInstalledButNotWantedRests() {
        assertThat(told(Steps.change(Lockfile.EMPTY, new Step.Commit(before, INDEX), NOTHING, "tables")))
                .containsExactly(
                        new Step.Install(api),
                        new Step.Install(tables),
                        new Step.Resolve(List.of(api, tables)),
                        new Step.Start(api, tablesFeature),
                        new Step.Start(tables, tablesFeature),
                        before);
    }

    @Test
    void aRemovalClosesTheViewsAndKeepsWhatOthersNeed() {
        Lockfile next = lockfile(2, all, tablesFeature);
        assertThat(told(change(next, running(api, old, tables), "")))
                .containsExactly(next, new Step.CloseViews(oldCharts), new Step.Retire(old));
    }

    @Test
    void theLastRemovalTakesEverythingUsersFirst() {
        Lockfile chartsOnly = lockfile(1, all, oldCharts);
        Lockfile next = lockfile(2, all);
        assertThat(told(Steps.change(chartsOnly, new Step.Commit(next, INDEX), running(api, old), "")))
                .containsExactly(next, new Step.CloseViews(oldCharts), new Step.Retire(old), new Step.Retire(api));
    }

    @Test
    void theRemovalOfARestingFeatureClosesNothing() {
        Lockfile next = lockfile(2, all, tablesFeature);
        assertThat(told(change(next, running(api, tables), ""))).containsExactly(next);
    }

    @Test
    void usersRetireBeforeTheirProvidersAcrossFeatures() {
        LockedFeature onTop = feature("top", api, old, tables);
        Lockfile both = lockfile(1, all, oldCharts, onTop);
        assertThat(told(Steps.change(both, new Step.Commit(lockfile(2, all), INDEX), running(api, old, tables), "")))
                .endsWith(new Step.Retire(tables), new Step.Retire(old), new Step.Retire(api));
    }

    @Test
    void aRunningFeatureGetsWhatItsClosureGained() {
        LockedBundle newer = bundle("api", "1.1.0");
        LockedFeature moved = feature("tables", newer, tables);
        Lockfile next = lockfile(2, List.of(newer, tables), moved);
        assertThat(told(Steps.change(
                        lockfile(1, all, tablesFeature), new Step.Commit(next, INDEX), running(api, tables), "")))
                .containsExactly(
                        new Step.Install(newer),
                        new Step.Resolve(List.of(newer, tables)),
                        new Step.Start(newer, moved),
                        next,
                        new Step.Retire(api));
    }
}
