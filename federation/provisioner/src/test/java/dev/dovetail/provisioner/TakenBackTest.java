package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.ProvisionerServiceScene.failed;
import static dev.dovetail.provisioner.ProvisionerServiceScene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person goes back to a feature's previous version, and to nothing else. */
@Timeout(60)
class TakenBackTest {

    private final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private final SampleBundle one = user("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle two = user("team.charts", "2.0.0").feature("charts", "Charts");
    private final SampleBundle three = user("team.charts", "3.0.0").feature("charts", "Charts");
    private final SampleBundle tables = user("team.tables", "1.0.0").feature("tables", "Tables");

    private final SampleRepository repository = new SampleRepository();
    private final Desk desk;

    /** Charts 1.0.0 runs, then 2.0.0; after that tables were installed. */
    TakenBackTest(@TempDir Path home) throws Exception {
        repository.publish(api, one, tables);
        desk = new Desk(home, Grants.unbounded(), Clock.systemUTC(), repository.url());
        desk.check();
        desk.activate("charts");
        repository.publish(api, one, two, tables);
        desk.check();
        desk.update("charts");
        desk.activate("tables");
    }

    @AfterEach
    void stop() {
        desk.close();
        repository.close();
    }

    private FeatureStatus.State state(Snapshot snapshot, String feature) {
        return snapshot.feature(feature).orElseThrow().state();
    }

    @Test
    void the_previous_version_runs_again_and_everything_else_is_as_it_was() throws Exception {
        Active newer = desk.activate("charts");
        assertThat(newer.version()).isEqualTo("2.0.0");
        Snapshot after = Desk.get(desk.service().takeBack("charts", "It failed 3 times in a row"));
        assertThat(state(after, "charts")).isInstanceOf(FeatureStatus.HeldBack.class);
        assertThat(state(after, "charts").version()).isEqualTo("1.0.0");
        assertThat(state(after, "tables").version()).isEqualTo("1.0.0");
        assertThat(after.condition().incidents())
                .containsExactly("Charts 2.0.0 failed: It failed 3 times in a row. 1.0.0 is back.");
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void the_version_that_went_is_not_offered_again_but_something_newer_is() throws Exception {
        Desk.get(desk.service().takeBack("charts", "It failed"));
        repository.publish(api, one, two, three, tables);
        desk.check();
        desk.update("charts");
        assertThat(desk.activate("charts").version()).isEqualTo("3.0.0");
    }

    @Test
    void a_feature_without_a_previous_version_stays_as_it_is() {
        FederationException refused = failed(() -> Desk.get(desk.service().takeBack("tables", "It failed")));
        assertThat(refused.code()).isEqualTo("DT-APPLY-007");
        assertThat(refused).hasMessageContaining("an earlier version of tables");
        assertThat(failed(() -> Desk.get(desk.service().takeBack("nothing", "It failed")))
                        .code())
                .isEqualTo("DT-APPLY-007");
    }

    @Test
    void what_holds_up_the_window_is_noted_down_until_it_goes_on() throws Exception {
        Active charts = desk.activate("charts");
        desk.service().heldUp(charts, "team.charts.Board.draw(Board.java:42)");
        assertThat(desk.disk().heldUp().read().orElseThrow().name()).isEqualTo("charts 2.0.0");
        desk.service().wentOn(charts);
        assertThat(desk.disk().heldUp().read()).isEmpty();
    }
}
