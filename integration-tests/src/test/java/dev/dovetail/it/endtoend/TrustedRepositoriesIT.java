package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.repository.Charter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a home trusts, and with what: each word of it through the command line, each answer through real processes. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class TrustedRepositoriesIT {

    private static final Pattern LINE =
            Pattern.compile("dovetail (repository add) (\\S+) (--fingerprint) \"([^\"]+)\"");

    private final Java java;
    private final List<TeamServer> servers = new ArrayList<>();
    private TeamServer charts;
    private Product product;
    private Path folder;

    TrustedRepositoriesIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        charts = serve(Site.charts(folder.resolve("charts")));
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        servers.forEach(TeamServer::close);
    }

    private TeamServer serve(Site site) throws Exception {
        TeamServer server = new TeamServer(site);
        servers.add(server);
        return server;
    }

    private Ended add(TeamServer team, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(team.url(), "--fingerprint", team.fingerprint()));
        all.addAll(List.of(options));
        return product.run("repository add", all.toArray(String[]::new));
    }

    private List<Map<String, Object>> trusted() throws Exception {
        return Json.list(
                Json.read(product.run("repository list", "--json").well().out()), "repositories");
    }

    private Map<String, Object> offers(Ended list) throws Exception {
        return Json.read(list.well().out());
    }

    @Test
    void the_right_fingerprint_in_whatever_form_is_believed_once_and_for_all() throws Exception {
        String typed = charts.fingerprint().toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
        assertThat(product.run("repository add", charts.url(), "--fingerprint", typed)
                        .well()
                        .out())
                .contains("Trusted: charts at " + charts.url());
        assertThat(trusted()).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("name", "charts")
                .containsEntry("url", charts.url())
                .containsEntry("root", charts.fingerprint())
                .containsEntry("bundles", List.of("team.charts.*"))
                .containsEntry("carries", List.of("team.explorer.api"))
                .containsEntry("packages", List.of("team.charts", "team.charts.*"))
                .containsEntry("allows", List.of()));
        assertThat(product.run("install", "charts").well().out()).contains("Installed Charts 1.0.0");
    }

    @Test
    void another_fingerprint_is_refused_with_what_was_found_and_nothing_is_kept() throws Exception {
        String other = "0123456789abcdef".repeat(4);
        product.run("repository add", charts.url(), "--fingerprint", other)
                .refused(
                        "DT-TRUST-007",
                        "0123 4567 89ab cdef",
                        charts.fingerprint().substring(60));
        product.run("install", "charts", "--repository", charts.url() + "#" + other)
                .refused("DT-TRUST-007");
        product.run("repository add", charts.url(), "--fingerprint", "0123").refused("DT-TRUST-024", "64");
        assertThat(product.home().resolve("profile.json")).doesNotExist();
        assertThat(product.home().resolve("repositories")).doesNotExist();
    }

    @Test
    void without_a_fingerprint_and_nobody_to_ask_it_says_the_line_that_would_do() throws Exception {
        Ended refused =
                product.run("install", "charts", "--repository", charts.url()).refused("DT-TRUST-022");
        Matcher line = LINE.matcher(refused.err());
        assertThat(line.find()).as(refused.err()).isTrue();
        assertThat(trusted()).isEmpty();

        product.run(line.group(1), line.group(2), line.group(3), line.group(4)).well();
        product.run("install", "charts").well();
    }

    @Test
    void two_that_would_own_the_same_names_are_not_trusted_until_they_share_them_out() throws Exception {
        TeamServer wide = serve(Site.founded(folder.resolve("wide"), Charter.of("wide", "team.*")));
        add(charts).well();
        add(wide).refused("DT-TRUST-021", "wide", "charts", "team.charts.*", "--bundles");
        product.run("list", "--repository", wide.trusted()).refused("DT-TRUST-021");
        assertThat(trusted()).hasSize(1);

        add(wide, "--bundles", "team.wide.*").well();
        assertThat(trusted()).extracting(entry -> entry.get("name")).containsExactly("charts", "wide");
    }

    @Test
    void a_higher_version_from_somebody_else_is_not_taken_whoever_signed_it() throws Exception {
        TeamServer mallory = serve(Site.founded(
                        folder.resolve("mallory"),
                        Charter.of("mallory", "mallory.*").carrying("team.charts.*"))
                .publish(List.of(ChartsReleases.jar(folder, "9.9.9"))));
        add(mallory).well();
        add(charts).well();

        Ended list = product.run("list", "--json");
        assertThat(Json.texts(offers(list), "features", "version")).containsExactly("1.0.0");
        assertThat(list.err())
                .contains("warning: DT-TRUST-011: not taken from " + mallory.url())
                .contains("team.charts.feature 9.9.9", "expected it from charts, whose name it is");
        product.run("install", "charts").well();
        assertThat(product.run("update").well().out()).contains("up to date");
        assertThat(mallory.jarRequests()).isEmpty();
    }

    @Test
    void a_name_that_nobody_gave_it_is_not_taken_even_where_nobody_owns_it() throws Exception {
        add(charts, "--bundles", "team.charts.api", "--carries", "team.explorer.api")
                .well();
        Ended list = product.run("list", "--json");
        assertThat(Json.list(offers(list), "features")).isEmpty();
        assertThat(list.err()).contains("team.charts.feature 1.0.0: expected a name that charts may bring");
        product.run("install", "charts").refused("DT-RESOLVE-014");
        assertThat(charts.jarRequests()).isEmpty();
    }

    @Test
    void what_is_carried_comes_along_be_it_nobodys_or_its_owners_very_bytes() throws Exception {
        TeamServer explorer = serve(Site.explorer(folder.resolve("explorer")));
        add(explorer).well();
        add(charts).well();
        product.run("install", "explorer").well();

        Map<String, Object> status = product.status();
        assertThat(Json.texts(status, "bundles", "symbolicName")).contains("com.h2database", "team.charts.api");
        assertThat(Json.texts(status, "bundles", "url")).allMatch(url -> url.startsWith(explorer.url()));
        assertThat(charts.jarRequests()).isEmpty();
        assertThat(product.run("run", "--headless").well().out()).contains("opened explorer.tables");
    }

    @Test
    void what_came_from_a_repository_that_is_trusted_no_more_stays_and_runs() throws Exception {
        product.run("install", "charts", "--repository", charts.trusted()).well();
        product.run("repository remove", "tables").refused("DT-TRUST-026", "charts");
        assertThat(product.run("repository remove", "charts").well().out()).contains("stays");
        charts.forget();

        assertThat(trusted()).isEmpty();
        assertThat(Json.texts(offers(product.run("list", "--json")), "features", "state"))
                .containsExactly("installed");
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        assertThat(product.run("update").well().out()).contains("up to date");
        assertThat(charts.requests()).isEmpty();
        product.run("remove", "charts").well();
        assertThat(Json.list(product.status(), "bundles")).isEmpty();
    }

    @Test
    void any_server_for_static_files_will_do() throws Exception {
        try (PythonServer server = PythonServer.over(folder.resolve("charts"))) {
            product.run("install", "charts", "--repository", server.url() + "#" + charts.fingerprint())
                    .well();
            assertThat(product.run("list").well().err()).isEmpty();
        }
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
    }
}
