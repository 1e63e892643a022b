package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person does on a terminal, with two teams' repositories on the network. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class CommandLineIT {

    private final Java java;

    private TeamServer explorer;
    private Site site;
    private TeamServer charts;
    private Product product;
    private Path folder;

    CommandLineIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        site = Site.charts(folder.resolve("charts"));
        charts = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        explorer.close();
        charts.close();
    }

    @Test
    void lists_what_two_teams_offer_to_an_empty_home_without_downloading_a_bundle() throws Exception {
        String json = product.run(
                        "list", "--repository", explorer.trusted(), "--repository", charts.trusted(), "--json")
                .well()
                .out();
        Map<String, Object> list = Json.read(json);
        assertThat(list).containsEntry("generation", 0L);
        assertThat(Json.texts(list, "features", "id")).containsExactlyInAnyOrder("explorer", "charts");
        assertThat(Json.list(list, "features")).allSatisfy(feature -> assertThat(feature)
                .containsEntry("version", "1.0.0")
                .containsEntry("state", "available")
                .containsEntry("repository", "charts".equals(feature.get("id")) ? charts.url() : explorer.url()));
        assertThat(Json.texts(list, "features", "title")).doesNotContain("", "null");
        assertThat(Json.list(list, "repositories")).allSatisfy(repository -> assertThat(repository)
                .containsEntry("signed", true)
                .containsEntry("reachable", true)
                .containsEntry("problem", ""));
        assertThat(explorer.jarRequests()).isEmpty();
    }

    @Test
    void installs_a_feature_with_what_it_needs_each_file_once_and_says_exactly_what_is_there() throws Exception {
        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        assertThat(explorer.jarRequests())
                .doesNotHaveDuplicates()
                .contains("com.h2database-2.3.232.jar", "team.explorer.feature-1.0.0.jar");
        Map<String, Object> status = product.status();
        assertThat(status).containsEntry("generation", 1L).containsEntry("running", false);
        assertThat(Json.texts(status, "bundles", "symbolicName")).contains("com.h2database", "team.explorer.feature");
        assertStoreHoldsExactly(status);
        Path served = folder.resolve("explorer");
        for (Map<String, Object> bundle : Json.list(status, "bundles")) {
            String name =
                    String.valueOf(bundle.get("url")).substring(explorer.url().length());
            assertThat(bundle)
                    .containsEntry("sha256", Folder.sha256(served.resolve(name)))
                    .containsEntry("size", Files.size(served.resolve(name)));
        }
    }

    @Test
    void a_second_feature_downloads_only_what_is_not_there_and_a_third_try_nothing() throws Exception {
        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        explorer.forget();
        product.run("install", "charts", "--repository", charts.trusted()).well();
        assertThat(explorer.jarRequests()).isEmpty();
        assertThat(charts.jarRequests()).containsExactly("team.charts.feature-1.0.0.jar");
        Ended again = product.run("install", "charts").well();
        assertThat(again.out()).contains("already installed");
        assertThat(charts.jarRequests()).hasSize(1);
        assertThat(product.status()).containsEntry("generation", 2L);
    }

    @Test
    void updates_to_what_the_team_published_since_and_removes() throws Exception {
        product.run("install", "charts", "--repository", charts.trusted()).well();
        site.publish(Checkout.bundles("charts-next"));
        charts.forget();
        assertThat(product.run("list").well().out()).contains("1.1.0 is out");
        assertThat(product.run("update").well().out()).contains("Charts 1.1.0");
        assertThat(charts.jarRequests()).containsExactly("team.charts.feature-1.1.0.jar");
        assertThat(Json.texts(product.status(), "features", "version")).containsExactly("1.1.0");
        assertThat(product.run("update").well().out()).contains("up to date");
        product.run("remove", "charts").well();
        Map<String, Object> empty = product.status();
        assertThat(Json.list(empty, "features")).isEmpty();
        assertThat(Json.list(empty, "bundles")).isEmpty();
        assertThat(empty).containsEntry("generation", 3L);
    }

    @Test
    void without_a_network_everything_installed_opens_and_the_list_says_who_does_not_answer() throws Exception {
        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        product.run("install", "charts", "--repository", charts.trusted()).well();
        explorer.close();
        charts.close();
        Ended run = product.run("run", "--headless").well();
        assertThat(run.out()).contains("opened explorer.tables", "opened charts.board");
        Ended list = product.run("list", "--json").well();
        assertThat(list.err()).contains("Nothing answers at " + explorer.url(), "Nothing answers at " + charts.url());
        Map<String, Object> facts = Json.read(list.out());
        assertThat(Json.texts(facts, "features", "state")).containsExactly("installed", "installed");
        assertThat(Json.texts(facts, "repositories", "reachable")).containsExactly("false", "false");
    }

    @Test
    void while_a_window_is_open_it_carries_out_the_verbs_for_its_home() throws Exception {
        try (Shell shell = Shell.open(java, product.home(), List.of(), explorer.trusted())) {
            String pid = String.valueOf(shell.process().pid());
            assertThat(product.run("install", "explorer").well().out()).contains("Installed Explorer");
            assertThat(product.status()).containsEntry("running", true).containsEntry("generation", 1L);
            product.run("install", "nothing").refused("DT-RESOLVE-001", "\"nothing\"", "hint: ");
            product.run("repository add", charts.url(), "--fingerprint", charts.fingerprint())
                    .well();
            assertThat(product.run("install", "charts", "--json").well().out()).contains("\"running\" : true");
            product.run("install", "charts", "--insecure-loopback", "--repository", charts.url())
                    .refused("DT-TRUST-027");
            product.run("run", "--headless").refused("DT-HOME-011", "already runs", pid);
            assertThat(product.run("run").well().out()).contains("already running");
            product.run("pin", "explorer").well();
            assertThat(product.run("explain", "explorer").out()).contains("Pinned     to [1.0.0,1.0.0]");
            assertThat(product.run("unpin", "explorer", "--json").well().out()).contains("\"pins\" : { }");
            assertThat(product.run("explain", "explorer").out()).doesNotContain("Pinned");
            assertThat(shell.process().isAlive()).isTrue();
        }
        assertThat(product.run("remove", "charts").well().out()).contains("Removed Charts", "generation 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            install nothing            | DT-RESOLVE-001 | "nothing"        | explorer
            install explorer@[7,8)     | DT-RESOLVE-002 | [7.0.0,8.0.0)    | 1.0.0
            update explorer            | DT-RESOLVE-003 | "explorer"       | not installed
            remove explorer            | DT-RESOLVE-003 | "explorer"       | not installed
            """)
    void refuses_what_cannot_be_and_says_why(String line, String code, String word, String another) throws Exception {
        String[] words = line.split(" ", -1);
        product.run(words[0], words[1], "--repository", explorer.trusted()).refused(code, word, another, "hint: ");
        assertThat(product.status()).containsEntry("generation", 0L);
        assertThat(explorer.jarRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://example.com/          | another machine
            file:///etc/                 | no http
            http://local host/           | no URL
            ftp://localhost/             | no http
            http://localhost:99999/      | port
            http://user@localhost/       | before an @
            """)
    void refuses_an_address_that_it_does_not_trust_or_understand(String url, String why) throws Exception {
        product.run("install", "explorer", "--repository", url).refused("DT-FETCH-010", url, why);
        assertThat(product.home().resolve("profile.json")).doesNotExist();
    }

    @Test
    void says_how_to_give_a_repository_when_none_is_known() throws Exception {
        product.run("install", "explorer").refused("DT-RESOLVE-009", "--repository");
        assertThat(product.run("list").well().out()).contains("dovetail repository add URL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fly                    | fly
            install                | ID
            install a b            | b
            list --colour          | --colour
            status --home          | --home
            install explorer@[1    | [1
            install explorer@new   | new
            """)
    void wrong_usage_is_told_from_failure(String line, String word) throws Exception {
        Ended ended = product.runExactly(line.split(" ", -1));
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(word).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"install explorer", "run --headless", "list", "status"})
    void a_home_that_is_a_file_is_refused(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("home"), "not a directory");
        String[] words = line.split(" ", -1);
        Ended ended = words.length == 1 ? product.run(words[0]) : product.run(words[0], words[1]);
        ended.refused("DT-HOME-", file.toString());
    }

    private void assertStoreHoldsExactly(Map<String, Object> status) throws IOException {
        List<Path> jars = Folder.files(product.home().resolve("store"), ".jar");
        assertThat(jars).hasSameSizeAs(Json.list(status, "bundles"));
        for (Path jar : jars) {
            assertThat(Json.texts(status, "bundles", "sha256")).contains(Folder.sha256(jar));
        }
        assertThat(Folder.files(product.home(), ".part")).isEmpty();
    }
}
