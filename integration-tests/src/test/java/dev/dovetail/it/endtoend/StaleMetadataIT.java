package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A home whose repository was last verified long ago, or at a time that is yet to come. The processes run by the machine's
 * own clock: what they find was put there, by the product's own classes, at another time.
 */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class StaleMetadataIT {

    private final Java java;
    private final Instant now = Instant.now();
    /** A timestamp is believed for a week. */
    private final Instant longAgo = now.minus(Duration.ofDays(8));

    private Site site;
    private TeamServer server;
    private Product product;
    private Path folder;

    StaleMetadataIT(Java java) {
        this.java = java;
    }

    /** One repository with both features, published eight days ago and not refreshed since. */
    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        List<Path> jars = new ArrayList<>(Checkout.bundles("explorer"));
        jars.addAll(Checkout.bundles("charts"));
        Charter charter = Charter.of("teams", "team.*").carrying("com.h2database", "de.siegmar.*");
        site = Site.founded(folder.resolve("teams"), charter, at(longAgo)).publish(jars, at(longAgo));
        server = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** What a look at the repositories would have left in the home at that time. */
    private void look(Instant time) throws Exception {
        Path home = product.home();
        try (Network network = new Network()) {
            Profile profile = new ProfileFile(home).read();
            if (profile.repositories().isEmpty()) {
                Introduction introduction = new Introduction(network.signed(), at(time));
                URI url = URI.create(server.url());
                profile = profile.with(introduction.meet(url, Fingerprint.parse(server.fingerprint()), profile));
                new ProfileFile(home).write(profile);
            }
            Known known = new Repositories(
                            Disk.at(home).repositories(), network.signed(), network, new IndexReader(), at(time))
                    .check(profile);
            assertThat(known.problems()).isEmpty();
        }
    }

    @Test
    void what_expired_installs_nothing_new_and_says_since_when_online_and_offline() throws Exception {
        look(longAgo);
        String day = longAgo.toString().substring(0, 10);
        String end = longAgo.plus(Duration.ofDays(7)).toString().substring(0, 10);

        Ended online = product.run("install", "charts");
        online.refused("code: DT-TRUST-003", "expired on " + end, "last verified " + day, "warning: DT-TRUST-003");
        server.close();
        Ended offline = product.run("install", "charts");
        offline.refused("code: DT-TRUST-003", "expired on " + end, "last verified " + day, "Nothing answers at");
        assertThat(product.status()).containsEntry("generation", 0L);
        assertThat(server.jarRequests()).isEmpty();
        assertThat(product.run("list").well().out()).contains("charts", "available");
    }

    @Test
    void what_expired_is_not_trusted_to_begin_with() throws Exception {
        product.run("repository add", server.url(), "--fingerprint", server.fingerprint())
                .refused("DT-TRUST-003", "expired");
        assertThat(product.home().resolve("profile.json")).doesNotExist();
    }

    @Test
    void what_is_installed_starts_and_runs_however_long_ago_anything_was_verified() throws Exception {
        Path old = folder.resolve("old");
        Folder.copy(site.folder(), old);
        site.refresh("teams");
        product.run("install", "charts", "--repository", server.trusted()).well();
        Folder.delete(product.home().resolve("repositories"));
        server.serve(old);
        look(longAgo);

        server.close();
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        product.run("install", "explorer").refused("code: DT-TRUST-003", "What is installed keeps running");
        assertThat(product.run("install", "charts").well().out()).contains("already installed");
        product.run("remove", "charts").well();
        assertThat(Json.list(product.status(), "features")).isEmpty();
    }

    @Test
    void one_refresh_by_the_publisher_is_enough() throws Exception {
        look(longAgo);
        product.run("install", "charts").refused("DT-TRUST-003");
        site.refresh("teams");
        product.run("install", "charts").well();
    }

    @Test
    void a_clock_that_was_set_back_is_noticed_and_the_later_time_is_used() throws Exception {
        site.refresh("teams");
        look(now.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
        Ended list = product.run("list", "--json").well();
        assertThat(list.err()).contains("clock is 3 days behind", "that time is used", "Set the clock");
        Map<String, Object> facts = Json.read(list.out());
        assertThat(Json.list(facts, "repositories")).singleElement().satisfies(repository -> assertThat(repository)
                .containsEntry("reachable", true));
        product.run("install", "charts").well();
    }
}
