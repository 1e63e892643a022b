package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProvisionerTest {

    private final SampleBundle charts =
            SampleBundle.named("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleRepository repository = new SampleRepository();
    private final Path home;
    private final Desk desk;
    private final Provisioner provisioner;
    private final Known known;

    ProvisionerTest(@TempDir Path home) throws Exception {
        this.home = home;
        repository.publish(charts);
        desk = new Desk(home, repository.url());
        provisioner = desk.provisioner();
        known = desk.repositories().check(desk.profile());
        repository.requests();
    }

    @AfterEach
    void stop() {
        desk.close();
        repository.close();
    }

    @Test
    void aPlanTouchesNothing() throws Exception {
        Plan plan = (Plan) provisioner.plan(new Request.Install("charts"), known);
        assertThat(plan.add()).containsExactly(charts.indexed(repository.url()));
        assertThat(repository.requests()).isEmpty();
        assertThat(home.resolve("generations")).doesNotExist();
        assertThat(home.resolve("store")).doesNotExist();
    }

    @Test
    void aRefusalIsAValueInAPlanAndAnExceptionInAChange() throws Exception {
        assertThat(provisioner.plan(new Request.Remove("charts"), known)).isInstanceOf(Refusal.NotInstalled.class);
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class,
                () -> provisioner.carryOut(new Request.Remove("charts"), known, false, p -> {}));
        assertThat(refusal.code()).isEqualTo("DT-RESOLVE-003");
        assertThat(refusal.hint()).isNotEmpty();
    }

    @Test
    void whatIsOnlyInstalledRestsAndIsInTheStore() throws Exception {
        provisioner.carryOut(new Request.Install("charts"), known, false, p -> {});
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(provisioner.installed().feature("charts")).isPresent();
        assertThat(desk.disk().store().contains(charts.content())).isTrue();
    }

    @Test
    void whatIsNotInstalledIsNotActivated() {
        assertThat(catchThrowableOfType(RefusedException.class, () -> provisioner.activate("charts", p -> {})))
                .hasMessageContaining("charts");
    }

    @Test
    void generationsAreCountedOn() throws Exception {
        assertThat(provisioner
                        .carryOut(new Request.Install("charts"), known, true, p -> {})
                        .generation())
                .isEqualTo(1);
        assertThat(provisioner
                        .carryOut(new Request.Remove("charts"), known, false, p -> {})
                        .generation())
                .isEqualTo(2);
        assertThat(provisioner.installed().features()).isEmpty();
    }
}
