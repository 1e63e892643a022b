package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.ProvisionerServiceScene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A normal build starts ten times, {@code -Ddovetail.starts=100} a hundred times. */
@Timeout(300)
class OfflineStartsTest {

    private static final int STARTS = Integer.getInteger("dovetail.starts", 10);
    private static final int TEN_YEARS_OF_DAYS = 3652;

    @Test
    void withTheNetworkGoneAndWhateverTheClockSaysEveryStartSucceedsAndOneCanGoBack(@TempDir Path home)
            throws Exception {
        SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
        SampleRepository repository = new SampleRepository();
        repository.publish(api, user("team.charts", "1.0.0").feature("charts", "Charts"));
        try (Desk online = new Desk(home, repository.url())) {
            online.check();
            online.activate("charts");
            repository.publish(
                    api,
                    user("team.charts", "1.0.0").feature("charts", "Charts"),
                    user("team.charts", "2.0.0").feature("charts", "Charts"));
            online.check();
            online.update("charts");
        }
        repository.close();

        Random random = new Random(1);
        for (int i = 0; i < STARTS; i++) {
            Duration off = Duration.ofDays(random.nextInt(-TEN_YEARS_OF_DAYS, TEN_YEARS_OF_DAYS));
            Clock clock = Clock.offset(Clock.systemUTC(), off);
            try (Desk desk = new Desk(home, Grants.unbounded(), clock, repository.url())) {
                assertThat(desk.started())
                        .as("start %s, clock off by %s", i, off)
                        .isEqualTo(Started.AS_USUAL);
                long other = i % 2 == 0 ? 1 : 2;
                assertThat(desk.activate("charts").version()).isEqualTo(i % 2 == 0 ? "2.0.0" : "1.0.0");
                assertThat(desk.check().repositories())
                        .extracting(RepositoryStatus::state)
                        .containsExactly(RepositoryStatus.State.AWAY);
                Desk.get(desk.service().revert(other, progress -> {}));
                assertThat(desk.framework().active()).contains("team.charts " + other + ".0.0");
            }
        }
    }
}
