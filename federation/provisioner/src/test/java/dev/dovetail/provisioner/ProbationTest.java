package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.ProvisionerServiceScene.failed;
import static dev.dovetail.provisioner.ProvisionerServiceScene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cases G1 to G22 and G32 of what other systems promise, in a real framework, by a clock that stands still. */
@Timeout(60)
class ProbationTest {

    private final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private final SampleBundle one = user("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle two = user("team.charts", "2.0.0").feature("charts", "Charts");
    private final SampleBundle three = user("team.charts", "3.0.0").feature("charts", "Charts");
    private final SampleBundle other = user("team.tables", "1.0.0").feature("tables", "Tables");

    private final Path home;
    private final SampleRepository repository = new SampleRepository();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Desk desk;
    private Active running;

    /** Charts 1.0.0 runs and has shown itself to be good. */
    ProbationTest(@TempDir Path home) throws Exception {
        this.home = home;
        repository.publish(api, one, other);
        desk = open();
        desk.check();
        running = desk.activate("charts");
        prove(running);
    }

    @AfterEach
    void stop() {
        desk.close();
        repository.close();
    }

    private Desk open() throws Exception {
        return new Desk(home, Grants.unbounded(), new Hands(), repository.url());
    }

    /** A clock that is put forward by hand. */
    private final class Hands extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void prove(Active active) throws Exception {
        desk.service().usable();
        desk.service().shown(active);
        Desk.get(desk.service().recall());
        now = now.plus(Duration.ofSeconds(61));
        desk.wake();
    }

    private Active update(SampleBundle... offered) throws Exception {
        repository.publish(offered);
        desk.check();
        desk.update("charts");
        return desk.activate("charts");
    }

    /** What is left on disk by a process that is gone from one moment to the next: nobody ends anything. */
    private void killAndStartAgain() throws Exception {
        byte[] health = Files.readAllBytes(home.resolve("health.json"));
        desk.close();
        Files.write(home.resolve("health.json"), health);
        desk = open();
    }

    private Snapshot settled() throws Exception {
        return Desk.get(desk.service().recall());
    }

    private FeatureStatus.State charts() throws Exception {
        return settled().feature("charts").orElseThrow().state();
    }

    @Test
    void a_version_that_was_shown_and_ran_for_a_while_is_good_and_so_is_its_generation() throws Exception {
        Active second = update(api, one, two, other);
        assertThat(desk.disk().health().read().trials())
                .extracting(Trial::version)
                .containsExactly("2.0.0");
        assertThat(desk.disk().generations().good()).hasValue(1);

        prove(second);
        assertThat(desk.disk().health().read().trials()).isEmpty();
        assertThat(desk.disk().generations().good()).hasValue(2);
    }

    @Test
    void a_version_that_was_never_shown_is_not_good_however_long_it_runs() throws Exception {
        update(api, one, two, other);
        now = now.plus(Duration.ofDays(1));
        desk.wake();
        assertThat(desk.disk().health().read().trials())
                .extracting(Trial::version)
                .containsExactly("2.0.0");
        assertThat(desk.disk().generations().good()).hasValue(1);
    }

    @Test
    void a_fault_on_probation_puts_the_previous_version_back_live_with_the_reason_told() throws Exception {
        Active second = update(api, one, two, other);
        desk.service().failed(second, "NullPointerException: no axis");

        Snapshot snapshot = settled();
        assertThat(charts()).isEqualTo(new FeatureStatus.HeldBack("1.0.0", "2.0.0", "NullPointerException: no axis"));
        assertThat(desk.framework().active()).contains("team.charts 1.0.0").doesNotContain("team.charts 2.0.0");
        assertThat(desk.workbench().asked()).endsWith("charts 1.0.0 -> 2.0.0", "charts 2.0.0 -> 1.0.0");
        assertThat(snapshot.condition().incidents())
                .containsExactly("Charts 2.0.0 failed: NullPointerException: no axis. 1.0.0 is back.");
        assertThat(desk.disk().generations().current().generation()).isEqualTo(1);
    }

    @Test
    void what_failed_is_not_offered_again_until_something_newer_comes() throws Exception {
        Active second = update(api, one, two, other);
        desk.service().failed(second, "no axis");
        settled();

        FederationException refused = failed(() -> desk.update("charts"));
        assertThat(refused.code()).isEqualTo("DT-START-009");
        assertThat(refused).hasMessageContaining("2.0.0 failed on ");
        killAndStartAgain();
        desk.check();
        assertThat(charts()).isInstanceOf(FeatureStatus.HeldBack.class);

        repository.publish(api, one, two, three, other);
        desk.check();
        assertThat(charts()).isEqualTo(new FeatureStatus.Updatable("1.0.0", "3.0.0"));
        desk.update("charts");
        assertThat(charts()).isEqualTo(new FeatureStatus.Installed("3.0.0"));
    }

    @Test
    void a_fault_after_it_was_good_takes_nothing_back() throws Exception {
        Active second = update(api, one, two, other);
        prove(second);
        desk.service().failed(second, "no axis");
        assertThat(charts()).isEqualTo(new FeatureStatus.Installed("2.0.0"));
    }

    @Test
    void a_fault_of_the_version_before_is_not_held_against_the_new_one() throws Exception {
        update(api, one, two, other);
        desk.service().failed(running, "late");
        assertThat(charts()).isEqualTo(new FeatureStatus.Installed("2.0.0"));
    }

    @Test
    void a_process_that_dies_on_probation_starts_with_the_previous_version() throws Exception {
        update(api, one, two, other);
        killAndStartAgain();
        assertThat(desk.started().incidents()).extracting(Incident::code).containsExactly("DT-START-005");
        assertThat(desk.started().incidents().get(0).message())
                .isEqualTo("Dovetail ended while Charts 2.0.0 was on probation, so 1.0.0 is back.");
        desk.check();
        assertThat(charts()).isInstanceOf(FeatureStatus.HeldBack.class);
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void only_the_version_on_probation_goes_and_what_came_since_stays() throws Exception {
        update(api, one, two, other);
        Active tables = desk.activate("tables");
        desk.service().shown(tables);
        settled();
        now = now.plus(Duration.ofSeconds(61));
        desk.wake();
        assertThat(desk.disk().health().read().trials())
                .extracting(Trial::feature)
                .containsExactly("charts");

        killAndStartAgain();
        assertThat(desk.provisioner().installed().features())
                .extracting(f -> f.id() + " " + f.version())
                .containsExactlyInAnyOrder("charts 1.0.0", "tables 1.0.0");
        assertThat(desk.provisioner().installed().generation()).isEqualTo(4);
        desk.activate("tables");
        desk.activate("charts");
        assertThat(desk.framework().active()).contains("team.charts 1.0.0", "team.tables 1.0.0");
        desk.check();
        desk.remove("tables");
    }

    @Test
    void a_process_that_ends_as_it_should_takes_nothing_back() throws Exception {
        update(api, one, two, other);
        desk.close();
        desk = open();
        assertThat(desk.started()).isEqualTo(Started.AS_USUAL);
        assertThat(charts()).isEqualTo(new FeatureStatus.Installed("2.0.0"));
        assertThat(desk.disk().health().read().trials())
                .extracting(Trial::running)
                .containsExactly(false);
    }

    @Test
    void who_holds_up_the_window_goes_with_the_next_start_however_the_process_ended() throws Exception {
        Active second = update(api, one, two, other);
        desk.service().heldUp(second, "team.charts.Board.draw");
        desk.close();
        desk = open();
        assertThat(desk.started().incidents())
                .extracting(Incident::code)
                .containsExactly("DT-START-005", "DT-START-011");
        assertThat(desk.provisioner()
                        .installed()
                        .feature("charts")
                        .orElseThrow()
                        .version())
                .isEqualTo("1.0.0");
    }

    @Test
    void a_feature_without_a_previous_version_goes_when_it_is_known_to_hold_up_the_window() throws Exception {
        Active tables = desk.activate("tables");
        desk.service().heldUp(tables, "team.tables.Grid.draw");
        killAndStartAgain();
        assertThat(desk.started().incidents().get(0).message())
                .isEqualTo("Dovetail ended while Tables 1.0.0 was on probation, so it was taken out.");
        assertThat(desk.provisioner().installed().feature("tables")).isEmpty();
        assertThat(desk.provisioner().installed().feature("charts")).isPresent();
    }

    @Test
    void while_a_version_takes_over_it_is_the_one_that_is_noted_for_holding_up_the_window() throws Exception {
        repository.publish(api, one, two, other);
        desk.check();
        desk.workbench().meanwhile(() -> desk.service().heldUp(running, "team.charts.Board.draw"));
        desk.update("charts");
        assertThat(desk.disk().heldUp().read().orElseThrow().name()).isEqualTo("charts 2.0.0");
    }

    @Test
    void a_version_that_does_not_even_start_gives_way_when_it_is_opened() throws Exception {
        desk.close();
        desk = open();
        SampleBundle broken = SampleBundle.named("team.charts", "2.0.0")
                .importing("team.api", "[1,2)")
                .activator(FailsToStart.class)
                .feature("charts", "Charts");
        repository.publish(api, one, broken, other);
        desk.check();
        desk.update("charts");
        assertThat(charts()).isEqualTo(new FeatureStatus.Installed("2.0.0"));

        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
        assertThat(charts()).isInstanceOf(FeatureStatus.HeldBack.class);
        assertThat(settled().condition().incidents().get(0))
                .contains("team.charts 2.0.0", "Charts 2.0.0", "the table is not laid", "1.0.0 is back");
    }

    @Test
    void a_first_version_stays_since_there_is_nothing_better_until_starts_end_badly_twice() throws Exception {
        Active tables = desk.activate("tables");
        desk.service().failed(tables, "no rows");
        assertThat(settled().feature("tables").orElseThrow().state()).isEqualTo(new FeatureStatus.Installed("1.0.0"));

        killAndStartAgain();
        assertThat(desk.started()).isEqualTo(Started.AS_USUAL);
        assertThat(desk.activate("tables").version()).isEqualTo("1.0.0");
        killAndStartAgain();
        killAndStartAgain();
        assertThat(desk.started().incidents()).hasSize(1);
        assertThat(desk.started().incidents().get(0).message()).contains("ended twice");
    }

    @Test
    void what_comes_back_is_not_judged_again() throws Exception {
        Active second = update(api, one, two, other);
        desk.service().failed(second, "no axis");
        settled();
        assertThat(desk.disk().health().read().trials()).isEmpty();
        killAndStartAgain();
        assertThat(desk.started().incidents()).isEmpty();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void an_update_that_fails_leaves_no_trial_behind() throws Exception {
        SampleBundle broken = SampleBundle.named("team.charts", "2.0.0")
                .importing("team.api", "[1,2)")
                .activator(FailsToStart.class)
                .feature("charts", "Charts");
        repository.publish(api, one, broken, other);
        desk.check();
        assertThat(failed(() -> desk.update("charts"))).hasMessageContaining("which Charts 2.0.0 needs");
        assertThat(desk.disk().health().read().trials()).isEmpty();
        assertThat(desk.framework().active()).contains("team.charts 1.0.0");
    }

    @Test
    void the_version_that_comes_back_is_the_one_before_even_if_that_was_on_trial_itself() throws Exception {
        update(api, one, two, other);
        update(api, one, two, three, other);
        killAndStartAgain();
        assertThat(desk.provisioner()
                        .installed()
                        .feature("charts")
                        .orElseThrow()
                        .version())
                .isEqualTo("2.0.0");
    }
}
