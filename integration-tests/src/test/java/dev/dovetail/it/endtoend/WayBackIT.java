package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.repository.Charter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways back, in real processes: from a version that took its process with it, by hand, and out of a start that fails. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class WayBackIT {

    /** How often to start offline; a hundred times with {@code -Ddovetail.starts=100}. */
    private static final int STARTS = Integer.getInteger("dovetail.starts", 3);

    private final Java java;
    private Path folder;
    private Site site;
    private TeamServer server;
    private Product product;

    WayBackIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
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

    private String charts() throws Exception {
        return Json.list(product.status(), "features").stream()
                .filter(feature -> "charts".equals(feature.get("id")))
                .map(feature -> String.valueOf(feature.get("version")))
                .findFirst()
                .orElse("none");
    }

    private Path pictured(String name) throws Exception {
        Path pictures = folder.resolve(name);
        assertThat(product.run("run", "--headless", "--screenshots", pictures.toString())
                        .well()
                        .out())
                .contains("opened charts.board");
        return pictures;
    }

    @Test
    void a_version_that_takes_the_process_with_it_is_gone_at_the_next_start_without_a_network() throws Exception {
        try (Shell shell = Shell.open(java, product.home(), List.of(), server.trusted())) {
            shell.ask("show", "charts.board");
        }
        site.publish(List.of(ChartsReleases.jar(folder, "1.1.9")));
        Shell shell = Shell.open(java, product.home(), List.of(), server.trusted());
        shell.ask("show", "charts.board");
        shell.ask("check");
        assertThat(shell.ask("update", "charts")).isEqualTo("1.1.9");
        assertThat(Json.texts(product.status(), "trials", "version")).containsExactly("1.1.9");
        shell.process().destroyForcibly().onExit().join();
        server.close();

        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        assertThat(charts()).isEqualTo("1.0.0");
        assertThat(Json.texts(product.status(), "failed", "version")).containsExactly("1.1.9");
        assertThat(Json.texts(product.status(), "incidents", "code")).containsExactly("DT-START-005");
        assertThat(Json.texts(product.status(), "incidents", "message"))
                .allSatisfy(message -> assertThat(message).contains("Charts 1.1.9", "1.0.0 is back"));
        product.run("forgive", "charts").well();
        product.run("forgive", "charts").refused("DT-START-010");
        assertThat(Json.list(product.status(), "failed")).isEmpty();
    }

    @Test
    void one_goes_back_and_forth_between_generations_without_a_network() throws Exception {
        product.run("install", "explorer").well();
        server.close();
        Map<String, Object> before = product.status();
        assertThat(Json.texts(
                        Json.read(
                                product.run("revert", "--list", "--json").well().out()),
                        "generations",
                        "generation"))
                .containsExactly("2", "1");

        assertThat(product.run("revert").well().out()).contains("Went back to generation 1: Charts 1.0.0.");
        assertThat(product.run("run", "--headless").well().out()).doesNotContain("explorer.");
        product.run("revert").refused("DT-APPLY-007", "revert --list");
        product.run("revert", "7").refused("DT-APPLY-007", "found [1, 2]");
        product.run("revert", "2").well();
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board", "opened explorer");
        assertThat(Json.texts(product.status(), "bundles", "sha256"))
                .isEqualTo(Json.texts(before, "bundles", "sha256"));
    }

    @Test
    void two_starts_that_end_at_once_lead_to_the_shell_alone_which_says_so() throws Exception {
        for (int i = 0; i < 2; i++) {
            Shell shell = Shell.open(java, product.home(), List.of(), server.trusted());
            shell.process().destroyForcibly().onExit().join();
        }
        assertThat(product.run("run", "--headless").well().out()).doesNotContain("charts.board");
        assertThat(Json.texts(product.status(), "incidents", "code")).containsExactly("DT-START-007");
        pictured("after");
    }

    @Test
    void in_safe_mode_nothing_runs_that_nobody_switches_on() throws Exception {
        assertThat(product.run("run", "--headless", "--safe").well().out()).doesNotContain("charts.board");
        pictured("after");
    }

    @Test
    void it_starts_without_a_network_each_time() throws Exception {
        server.close();
        for (int i = 0; i < STARTS; i++) {
            assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        }
    }

    @Test
    void a_damaged_home_starts_with_what_can_be_read_and_says_so() throws Exception {
        product.run("install", "explorer").well();
        server.close();
        Files.writeString(product.home().resolve("generations/2.lock"), "{ \"format\" : 1");
        product.run("status").refused("DT-HOME-005", "2.lock", "Start Dovetail");
        pictured("after");
        assertThat(product.status()).containsEntry("generation", 1L);
        assertThat(Json.texts(product.status(), "incidents", "code")).containsExactly("DT-START-008");
    }
}
