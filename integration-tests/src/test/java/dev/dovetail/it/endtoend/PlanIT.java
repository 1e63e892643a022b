package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan says before anything is downloaded, against what then happens. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class PlanIT {

    private final Java java;

    private TeamServer explorer;
    private TeamServer charts;
    private Product product;

    PlanIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        charts = new TeamServer(Site.charts(folder.resolve("charts")));
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        explorer.close();
        charts.close();
    }

    @Test
    void says_what_an_installation_would_fetch_and_asks_for_no_jar() throws Exception {
        Map<String, Object> plan =
                Json.read(product.run("plan install", "explorer", "--json", "--repository", explorer.trusted())
                        .well()
                        .out());

        assertThat(explorer.requests()).isNotEmpty();
        assertThat(explorer.jarRequests()).isEmpty();
        assertThat(product.status()).containsEntry("generation", 0L);
        assertThat(Json.list(plan, "fetch"))
                .allSatisfy(bundle -> assertThat(bundle).containsEntry("root", explorer.fingerprint()));

        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        assertThat(Json.texts(product.status(), "bundles", "sha256"))
                .containsExactlyInAnyOrderElementsOf(Json.texts(plan, "fetch", "sha256"));
        assertThat(Json.list(plan, "fetch").stream()
                        .mapToLong(bundle -> (Long) bundle.get("size"))
                        .sum())
                .isEqualTo(plan.get("bytes"));
    }

    @Test
    void says_that_a_second_feature_disturbs_nobody_and_what_removing_one_takes_along() throws Exception {
        product.run("install", "explorer", "--repository", explorer.trusted()).well();

        Map<String, Object> install =
                Json.read(product.run("plan install", "charts", "--json", "--repository", charts.trusted())
                        .well()
                        .out());
        assertThat(charts.jarRequests()).isEmpty();
        assertThat(Json.list(install, "restarts")).isEmpty();

        Map<String, Object> removal = Json.read(
                product.run("plan remove", "explorer", "--json").well().out());
        assertThat(Json.texts(removal, "steps", "step"))
                .contains("stop", "remove")
                .doesNotContain("install");
        assertThat(product.run("explain", "explorer").well().out()).contains("Installed  1.0.0", "com.h2database");
    }

    @Test
    void keeps_pins_in_the_profile_and_refuses_in_facts() throws Exception {
        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        product.run("pin", "explorer@[1,2)").well();

        assertThat(Json.read(product.run("pin", "--json", "charts@1.0.0").well().out()))
                .isEqualTo(Map.of("pins", Map.of("charts", "[1.0.0,1.0.0]", "explorer", "[1.0.0,2.0.0)")));
        Map<String, Object> plan = Json.read(
                product.run("plan install", "explorer@[2,3)", "--json").out());
        assertThat(plan.get("refused"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("code", "DT-RESOLVE-002");
        assertThat(product.status()).containsEntry("generation", 1L);
    }
}
