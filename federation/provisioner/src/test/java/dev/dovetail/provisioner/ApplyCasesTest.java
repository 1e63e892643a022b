package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.SynchronousBundleListener;

/**
 * What systems for updates over the air promise of applying and taking back, carried over to features. The names begin
 * with the numbers that the cases have in {@code docs/module-federation-cases.md}; most of them are held by
 * {@link ProbationTest} and by the tests of {@code apply} and {@code faulty}.
 */
class ApplyCasesTest extends ProvisionerServiceScene {

    private final SampleBundle newest = user("team.charts", "1.2.0").feature("charts", "Charts");

    ApplyCasesTest(@TempDir Path home) throws Exception {
        super(home);
    }

    private FeatureStatus.State offered(SampleBundle... bundles) throws Exception {
        repository.publish(bundles);
        return state(desk.check(), "charts");
    }

    private FeatureStatus.State charts() throws Exception {
        return state(Desk.get(desk.service().recall()), "charts");
    }

    @Test
    void g1WhatWasAppliedLiveRunsAfterTheNextStartToo() throws Exception {
        desk.activate("charts");
        offered(api, newer);
        desk.update("charts");
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.1.0");

        restart();
        repository.requests();
        assertThat(desk.activate("charts").version()).isEqualTo("1.1.0");
        assertThat(repository.requests()).isEmpty();
    }

    @Test
    void g11ACheckTellsNothingNewFromSomethingNewFromNoAnswerAndAnUpdateTellsWhatDoesNotFitHere() throws Exception {
        desk.activate("charts");
        assertThat(offered(api, charts)).isEqualTo(new Installed("1.0.0"));
        assertThat(offered(api, charts, newer)).isEqualTo(new Updatable("1.0.0", "1.1.0"));

        SampleBundle forAnotherShell = newer.importing("dev.dovetail.api", "[99,100)");
        assertThat(offered(api, charts, forAnotherShell)).isEqualTo(new Updatable("1.0.0", "1.1.0"));
        assertThat(failed(() -> desk.update("charts"))).hasMessageContaining("dev.dovetail.api");

        repository.answerIndex(RawServer.ok("no index".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(desk.check().repositories()).singleElement().satisfies(status -> assertThat(status.detail())
                .startsWith("DT-FETCH-"));
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
    }

    /** The version before is back at once; what is newer than the bad one needs no further check to be on offer. */
    @Test
    void g17WhereSomethingNewerThanTheBadVersionIsKnownTheWayGoesForward() throws Exception {
        desk.activate("charts");
        offered(api, charts, newer);
        desk.update("charts");
        Active bad = desk.activate("charts");
        offered(api, charts, newer, newest);

        desk.service().failed(bad, "no axis");

        assertThat(charts()).isEqualTo(new Updatable("1.0.0", "1.2.0"));
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
        desk.update("charts");
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.2.0");
    }

    @Test
    void g29WhatDoesNotResolveIsRefusedBeforeTheFrameworkHearsOfIt() throws Exception {
        desk.activate("charts");
        offered(api, charts, newer.importing("team.paper", "[1,2)"));
        repository.requests();
        List<Object> events = new CopyOnWriteArrayList<>();
        desk.framework().context().addBundleListener((SynchronousBundleListener) events::add);

        assertThat(failed(() -> desk.update("charts"))).hasMessageContaining("team.paper");

        assertThat(events).isEmpty();
        assertThat(repository.requests()).isEmpty();
        assertThat(charts()).isEqualTo(new Updatable("1.0.0", "1.1.0"));
    }

    /** The index knows nothing of it, so the framework is the first to find out. */
    @Test
    void g29WhatTheFrameworkAloneFindsOutDisturbsNothingThatRuns() throws Exception {
        desk.activate("charts");
        long running = desk.framework().bundle(charts).getBundleId();
        offered(api, charts, newer.importingSilently("team.paper", "[1,2)"));
        List<Long> touched = new CopyOnWriteArrayList<>();
        desk.framework().context().addBundleListener((SynchronousBundleListener)
                event -> touched.add(event.getBundle().getBundleId()));

        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-APPLY-002");

        assertThat(touched).isNotEmpty().allMatch(id -> id > running);
        assertThat(desk.framework().bundles()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
    }

    @Test
    void g32WhatWasTakenBackIsNotOfferedAgainHoweverOftenOneChecks() throws Exception {
        desk.activate("charts");
        offered(api, charts, newer);
        desk.update("charts");
        desk.service().failed(desk.activate("charts"), "no axis");
        repository.requests();

        for (int i = 0; i < 3; i++) {
            assertThat(state(desk.check(), "charts")).isEqualTo(new HeldBack("1.0.0", "1.1.0", "no axis"));
        }
        assertThat(repository.requests()).containsOnly("/index.xml.gz");
        assertThat(desk.workbench().asked()).containsExactly("charts 1.0.0 -> 1.1.0", "charts 1.1.0 -> 1.0.0");
    }
}
