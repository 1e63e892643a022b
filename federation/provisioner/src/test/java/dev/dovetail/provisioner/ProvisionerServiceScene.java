package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import dev.dovetail.provisioner.sample.StartsQuietly;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service over a real repository, a real home and a real framework. */
@Timeout(90)
abstract class ProvisionerServiceScene {

    final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    final SampleBundle tables = user("team.tables", "1.0.0").feature("tables", "Tables");
    final SampleBundle charts = user("team.charts", "1.0.0").feature("charts", "Charts");
    final SampleBundle newer = user("team.charts", "1.1.0").feature("charts", "Charts");

    final Path home;
    final SampleRepository repository = new SampleRepository();
    Desk desk;

    ProvisionerServiceScene(@TempDir Path home) throws Exception {
        this.home = home;
        repository.publish(api, tables, charts);
        desk = new Desk(home, repository.url());
        desk.check();
        repository.requests();
    }

    @AfterEach
    void stop() {
        desk.close();
        repository.close();
    }

    static SampleBundle user(String name, String version) {
        return SampleBundle.named(name, version).importing("team.api", "[1,2)").activator(StartsQuietly.class);
    }

    void restart() throws Exception {
        desk.close();
        desk = new Desk(home, repository.url());
    }

    static FederationException failed(ThrowingCallable request) {
        return catchThrowableOfType(FederationException.class, request);
    }

    Path stored(SampleBundle bundle) {
        return home.resolve("store/sha256")
                .resolve(bundle.sha256().substring(0, 2))
                .resolve(bundle.sha256() + ".jar");
    }

    FeatureStatus.State state(Snapshot snapshot, String featureId) {
        return snapshot.feature(featureId).orElseThrow().state();
    }
}
