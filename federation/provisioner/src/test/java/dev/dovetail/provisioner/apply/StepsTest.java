package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.exclusive;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static dev.dovetail.provisioner.sample.Samples.lockfile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    void whatIsExclusiveStopsBeforeItsNextVersionStartsWhicheverOfThemSaysSo() {
        LockedFeature alone = exclusive(freshCharts);
        Lockfile next = lockfile(2, all, alone, tablesFeature);

        assertThat(told(change(next, running(api, old), "")))
                .containsExactly(
                        new Step.Install(fresh),
                        new Step.Resolve(List.of(api, fresh)),
                        new Step.Suspend(oldCharts),
                        new Step.Start(fresh, alone),
                        new Step.Resume(oldCharts, alone),
                        next,
                        new Step.Retire(old));

        LockedFeature wasAlone = exclusive(oldCharts);
        Lockfile now = lockfile(1, all, wasAlone, tablesFeature);
        assertThat(told(Steps.change(now, new Step.Commit(after, INDEX), running(api, old), "")))
                .contains(new Step.Suspend(wasAlone), new Step.Resume(wasAlone, freshCharts));
    }

    @Test
    void whatIsExclusiveAndDoesNotRunIsNotStopped() {
        Lockfile next = lockfile(2, all, exclusive(freshCharts), tablesFeature);

        assertThat(told(change(next, NOTHING, ""))).containsExactly(next);
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

    /** The user of a library that gets its API from another bundle from now on. */
    private static Lockfile wired(long generation, LockedBundle provider, LockedBundle user, LockedBundle... others) {
        List<LockedBundle> bundles = new ArrayList<>(List.of(provider, user));
        bundles.addAll(List.of(others));
        List<LockedFeature> features = new ArrayList<>(List.of(feature("charts", provider, user)));
        Map<String, LockedWiring> wires = new HashMap<>();
        wires.put(provider.content().sha256(), LockedWiring.of(List.of()));
        wires.put(user.content().sha256(), wiring(provider));
        for (LockedBundle other : others) {
            features.add(feature("other", provider, user, other));
            wires.put(other.content().sha256(), wiring(user));
        }
        return new Lockfile(generation, bundles, features, wires);
    }

    private static LockedWiring wiring(LockedBundle provider) {
        return LockedWiring.of(List.of(
                new LockedWire("osgi.wiring.package", "p", provider.content().sha256())));
    }

    @Test
    void whatIsWiredToSomethingElseEntersOnceMoreAndWhoeverUsesItToo() {
        LockedBundle newer = bundle("api", "1.1.0");
        Lockfile now = wired(1, api, old, tables);
        Lockfile then = wired(2, newer, old, tables);
        LockedFeature charts = then.feature("charts").orElseThrow();
        LockedFeature other = then.feature("other").orElseThrow();
        assertThat(told(Steps.change(now, new Step.Commit(then, INDEX), running(api, old, tables), "")))
                .containsExactly(
                        new Step.Install(newer, LockedWiring.of(List.of())),
                        new Step.InstallAgain(old, wiring(newer)),
                        new Step.Resolve(List.of(newer, old)),
                        new Step.Start(newer, charts),
                        new Step.Start(old, charts),
                        new Step.HandOver(now.feature("charts").orElseThrow(), charts),
                        new Step.InstallAgain(tables, wiring(old)),
                        new Step.Resolve(List.of(newer, old, tables)),
                        new Step.Start(tables, other),
                        new Step.HandOver(now.feature("other").orElseThrow(), other),
                        then,
                        new Step.RetireOlder(tables),
                        new Step.RetireOlder(old),
                        new Step.Retire(api));
    }

    @Test
    void whatShouldEnterOnceMoreAndIsNotAskedForGoes() {
        LockedBundle newer = bundle("api", "1.1.0");
        Running resting = new Running(running(api, old).bundles(), Set.of());
        Lockfile then = wired(2, newer, old);
        assertThat(told(Steps.change(wired(1, api, old), new Step.Commit(then, INDEX), resting, "")))
                .containsExactly(then, new Step.Retire(old), new Step.Retire(api));
    }

    @Test
    void aProviderOfThePlatformThatChangedDisturbsNobody() {
        Lockfile now = platformed(1, "felix");
        Lockfile then = platformed(2, "equinox");
        assertThat(told(Steps.change(now, new Step.Commit(then, INDEX), running(api), "")))
                .containsExactly(then);
    }

    private Lockfile platformed(long generation, String platform) {
        return new Lockfile(
                generation,
                List.of(api),
                List.of(feature("api", api)),
                Map.of(
                        api.content().sha256(),
                        LockedWiring.of(List.of(new LockedWire("osgi.wiring.package", "p", platform)))));
    }

    @Test
    void whoseWiresWereNotRecordedStaysAsItIs() {
        LockedBundle newer = bundle("api", "1.1.0");
        Lockfile now = lockfile(1, all, oldCharts);
        Lockfile then = wired(2, newer, old);
        assertThat(told(Steps.change(now, new Step.Commit(then, INDEX), running(api, old), "")))
                .doesNotHaveAnyElementsOfTypes(Step.InstallAgain.class, Step.HandOver.class);
    }

    @Test
    void aHostThatGetsAFragmentEntersOnceMoreTogetherWithIt() {
        LockedBundle fragment = bundle("fragment", "1.0.0");
        LockedWiring toHost = LockedWiring.of(List.of(
                new LockedWire("osgi.wiring.host", "charts", old.content().sha256())));
        Lockfile now = new Lockfile(
                1,
                List.of(old),
                List.of(feature("charts", old)),
                Map.of(old.content().sha256(), LockedWiring.of(List.of())));
        Lockfile then = new Lockfile(
                2,
                List.of(old, fragment),
                List.of(feature("charts", old), feature("fragment", old, fragment)),
                Map.of(
                        old.content().sha256(),
                        LockedWiring.of(List.of()),
                        fragment.content().sha256(),
                        toHost));
        assertThat(told(Steps.change(now, new Step.Commit(then, INDEX), running(old), "")))
                .startsWith(
                        new Step.InstallAgain(old, LockedWiring.of(List.of())),
                        new Step.Install(fragment, toHost),
                        new Step.Resolve(List.of(old, fragment)));
    }
}
