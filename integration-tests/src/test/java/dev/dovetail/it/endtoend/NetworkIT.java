package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.repository.Charter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that is slow, broken or guarded, and what a person has of it. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@SuppressWarnings("NullAway.Init") // Set before each test.
final class NetworkIT {

    private static final String SECRET = "s3cret-4711";
    private static final int TERMINATED = 128 + 15;

    private final Java java;
    private Path folder;
    private Site site;
    private TeamServer charts;
    private Product product;

    NetworkIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void found(@TempDir Path directory) throws Exception {
        folder = directory;
        site = Site.charts(folder.resolve("charts"));
        charts = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        charts.close();
    }

    private TeamServer other(String name) throws Exception {
        return new TeamServer(Site.founded(folder.resolve(name), Charter.of(name, "team." + name + ".*")));
    }

    /** One of five is down, one corrupt, one hanging: the other two are there as if those were not. */
    @Test
    @SuppressWarnings("try") // One of them goes before its time.
    void broken_repositories_delay_nothing() throws Exception {
        try (TeamServer explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
                TeamServer dead = other("dead");
                TeamServer corrupt = other("corrupt");
                TeamServer hanging = other("hanging")) {
            for (TeamServer each : List.of(hanging, corrupt, dead, explorer, charts)) {
                trust(product, each);
            }
            product.run("list").well();
            Product two = new Product(java, folder.resolve("two"));
            trust(two, explorer);
            trust(two, charts);
            two.run("list").well();
            site.publish(Checkout.bundles("charts-next"));
            dead.close();
            corrupt.turn(Trouble.at("timestamp.json", Trouble.bytes(Trouble::flippedTail)));
            hanging.turn(Trouble.silence());

            Duration without = newest(two, "Connected");
            Duration with = newest(product, "Asking…");
            assertThat(with).isLessThan(without.plusSeconds(2));

            Ended fast = two.run("list").well();
            Ended list = product.run("list");
            assertThat(list.out()).contains("charts", "1.1.0", "explorer");
            assertThat(list.err()).contains("DT-FETCH-001", "DT-TRUST", "DT-FETCH-023");
            assertThat(list.took()).isLessThan(fast.took().plusSeconds(3));
            product.run("install", "charts").well();
        }
    }

    private static void trust(Product home, TeamServer team) throws Exception {
        home.run("repository add", team.url(), "--fingerprint", team.fingerprint())
                .well();
    }

    /** How long a window takes to show what is new, and how some repository is then. */
    private Duration newest(Product home, String state) throws IOException {
        try (Shell shell = Shell.open(java, home.home(), List.of())) {
            long opened = System.nanoTime();
            shell.ask("press", "#rail-features");
            shell.ask("await", "#feature-charts .card-version", "1.1.0");
            Duration took = Duration.ofNanos(System.nanoTime() - opened);
            shell.ask("await", ".repository-state", state);
            return took;
        }
    }

    @Test
    void a_verb_that_is_told_to_end_leaves_nothing_half_done() throws Exception {
        charts.turn(Trouble.at(".jar", Trouble.halfThenSilence()));
        Product.Started install = product.start(Map.of(), "install", "charts", "--repository", charts.trusted());
        while (charts.jarRequests().isEmpty()) {
            Thread.sleep(20);
        }
        install.process().destroy();
        Ended ended = Product.end(install);
        assertThat(ended.code()).isEqualTo(TERMINATED);
        assertThat(ended.err()).contains("error: Cancelled. Nothing was changed.", "code: DT-FETCH-022");
        assertThat(product.status()).containsEntry("generation", 0L).containsEntry("running", false);
        assertThat(Folder.files(product.home().resolve("store"), "")).isEmpty();
        charts.turn(Trouble.NONE);
        product.run("install", "charts").well();
    }

    @Test
    void a_connection_that_breaks_off_is_taken_up_again() throws Exception {
        Flaky flaky = new Flaky();
        charts.turn(Trouble.at(".jar", flaky));
        product.run("install", "charts", "--repository", charts.trusted()).well();
        assertThat(flaky.ranges()).isPositive();
        assertThat(Folder.files(product.home(), ".partial")).isEmpty();
    }

    @Test
    void a_mirror_stands_in_for_a_repository_that_is_away() throws Exception {
        try (TeamServer mirror = new TeamServer(site)) {
            add("--mirror", mirror.url()).well();
            product.run("install", "charts").well();
            assertThat(mirror.requests()).isEmpty();
            site.publish(Checkout.bundles("charts-next"));
            charts.close();
            Ended update = product.run("update").well();
            assertThat(update.out()).contains("1.1.0");
            assertThat(update.err()).doesNotContain("warning");
            assertThat(mirror.jarRequests()).isNotEmpty();
        }
    }

    @Test
    void a_proxy_is_asked_in_its_place() throws Exception {
        String nowhere = "http://localhost:1/";
        product.runExactly(
                        "repository",
                        "add",
                        nowhere,
                        "--home",
                        product.home().toString(),
                        "--fingerprint",
                        charts.fingerprint(),
                        "--proxy",
                        charts.url())
                .well();
        product.run("install", "charts").well();
        assertThat(charts.jarRequests()).isNotEmpty();
        assertThat(Files.readString(product.home().resolve("generations/1.lock")))
                .contains(nowhere);
    }

    @Test
    void a_secret_goes_to_its_repository_and_nowhere_else() throws Exception {
        charts.turn((exchange, path, bytes) -> {
            boolean known =
                    ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            (known ? Trouble.NONE : Trouble.status(401)).answer(exchange, path, bytes);
        });
        product.run("list", "--repository", charts.trusted()).refused("code: DT-FETCH-020", "--token-env");
        Map<String, String> knowing = Map.of("CHARTS_TOKEN", SECRET);
        Ended added = Product.end(product.start(
                        knowing,
                        "repository add",
                        charts.url(),
                        "--fingerprint",
                        charts.fingerprint(),
                        "--token-env",
                        "CHARTS_TOKEN",
                        "--json"))
                .well();
        Ended installed = Product.end(product.start(knowing, "install", "charts", "--json"))
                .well();
        Ended ignorant = product.run("list");
        assertThat(ignorant.err()).contains("DT-FETCH-021", "CHARTS_TOKEN");
        charts.turn(Trouble.status(401));
        Ended refused = Product.end(product.start(knowing, "list"));
        assertThat(refused.err()).contains("DT-FETCH-020");
        for (Ended each : List.of(added, installed, ignorant, refused)) {
            assertThat(each.out() + each.err()).doesNotContain(SECRET);
        }
        for (Path file : Folder.files(product.home(), "")) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as("%s", file)
                    .doesNotContain(SECRET);
        }
    }

    private Ended add(String... more) throws Exception {
        String[] all = new String[more.length + 3];
        all[0] = charts.url();
        all[1] = "--fingerprint";
        all[2] = charts.fingerprint();
        System.arraycopy(more, 0, all, 3, more.length);
        return product.run("repository add", all);
    }
}
