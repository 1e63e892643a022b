package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.repository.Charter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be in, and the way back in the window, in real processes. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class DeadlineIT {

    private static final String CHARTS = "team.charts.feature";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Java java;
    private Path folder;
    private Site site;
    private TeamServer server;
    private Product product;

    DeadlineIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void install(@TempDir Path temporary) throws Exception {
        folder = temporary;
        List<Path> jars = new ArrayList<>(Checkout.bundles("explorer"));
        jars.addAll(Checkout.bundles("charts"));
        Charter charter = Charter.of("teams", "team.*").carrying("com.h2database", "de.siegmar.*");
        site = Site.founded(folder.resolve("teams"), charter).publish(jars);
        server = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
        product.run("install", "charts", "--repository", server.trusted()).well();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Shell shell() throws Exception {
        return Shell.open(java, product.home(), List.of(), server.trusted());
    }

    private static void awaitVersion(Shell shell, String version) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!shell.ask("bundles", CHARTS).endsWith(":" + version)) {
            assertThat(System.nanoTime()).as("Charts " + version + " in time").isLessThan(end);
            Thread.sleep(250);
        }
    }

    @Test
    void what_must_be_in_is_announced_then_comes_by_itself_with_tabs_open_or_after_the_next_start() throws Exception {
        Path jar = ChartsReleases.jar(folder, "1.1.5");
        site.publish(List.of(jar));
        try (Shell shell = shell()) {
            shell.ask("show", "charts.board");
            Mandate mandate = new Mandate(Instant.now().plus(SOON), "It closes a gap.");
            site.publish(List.of(jar), mandate);
            server.forget();
            shell.ask("check");
            assertThat(server.jarRequests()).as("known before any download").isEmpty();
            assertThat(shell.ask("await", "#feature-charts .card-moment", "must be in by"))
                    .startsWith("1.1.5 must be in by ")
                    .endsWith(": It closes a gap.");
            assertThat(product.run("status").well().out()).contains("charts 1.1.5 must be in by");
            assertThat(product.run("update", "charts", "--when", "closed")
                            .well()
                            .out())
                    .contains("charts 1.1.5 comes once its tabs are closed.");
            awaitVersion(shell, "1.1.5");
            assertThat(Instant.now()).isAfter(mandate.by());
            assertThat(shell.ask("visible", "#view-charts-board")).isEqualTo("true");
        }
        Instant by = Instant.now().plusSeconds(3);
        site.publish(List.of(ChartsReleases.jar(folder, "1.1.6")), new Mandate(by, ""));
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), by).toMillis()));
        try (Shell shell = shell()) {
            awaitVersion(shell, "1.1.6");
        }
    }

    @Test
    void what_was_withdrawn_before_its_moment_need_not_be_in() throws Exception {
        Path jar = ChartsReleases.jar(folder, "1.1.5");
        try (Shell shell = shell()) {
            Mandate mandate = new Mandate(Instant.now().plus(SOON), "It closes a gap.");
            site.publish(List.of(jar), mandate);
            shell.ask("check");
            shell.ask("show", "charts.board");
            shell.ask("press", "#rail-features");
            shell.ask("await", "#feature-charts .card-moment", "must be in by");
            site.withdraw(List.of(jar));
            shell.ask("check");
            assertThat(product.run("list", "--json").well().out())
                    .contains("1.1.5")
                    .doesNotContain("\"by\"");
            Thread.sleep(Math.max(
                    0,
                    Duration.between(Instant.now(), mandate.by().plusSeconds(5)).toMillis()));
            assertThat(shell.ask("bundles", CHARTS)).endsWith(":1.0.0");
            assertThat(Json.list(product.status(), "mandatory")).isEmpty();
        }
    }

    @Test
    void a_pin_holds_off_what_must_be_in_and_every_verb_says_so() throws Exception {
        product.run("pin", "charts").well();
        site.publish(
                List.of(ChartsReleases.jar(folder, "1.1.5")),
                new Mandate(Instant.now().plusSeconds(2), "It closes a gap."));
        Thread.sleep(2500);
        assertThat(product.run("list", "--json").well().out())
                .contains("\"held-back\"", "\"mandatory\"", "dovetail unpin charts");
        assertThat(product.run("plan update", "charts", "--json").out()).contains("\"mandatory\"", "\"refused\"");
        assertThat(Json.texts(product.status(), "mandatory", "version")).containsExactly("1.1.5");
        assertThat(Json.texts(product.status(), "features", "version")).containsExactly("1.0.0");
    }

    @Test
    void one_goes_back_in_the_window_without_a_network_and_a_pinned_generation_stays() throws Exception {
        product.run("install", "explorer").well();
        product.run("pin", "--generation", "1").well();
        product.run("pin", "--generation", "9").refused("DT-APPLY-007");
        assertThat(product.run("update", "--when", "idle").well().out()).contains("No window is open");
        try (Shell shell = shell()) {
            shell.ask("show", "charts.board");
            server.close();
            shell.ask("press", "#features-history");
            shell.ask("await", "#generation-1-row .history-change", "Explorer");
            shell.ask("press", "#generation-1-back");
            shell.ask("press", "#generation-1-sure");
            shell.ask("gone", "#generation-1-back");
            assertThat(shell.ask("bundles", "team.explorer.feature")).isEmpty();
            assertThat(shell.ask("bundles", CHARTS)).endsWith(":1.0.0");
        }
        assertThat(product.status()).containsEntry("generation", 1L);
        assertThat(product.run("revert", "--list").well().out())
                .contains("generation 1: Charts 1.0.0 (in force)", "(pinned)");
    }
}
