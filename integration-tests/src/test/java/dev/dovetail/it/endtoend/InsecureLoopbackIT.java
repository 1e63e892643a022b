package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A repository without signatures, for whoever is writing a feature: on this machine, for one run, and marked. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class InsecureLoopbackIT {

    private static final String FLAG = "--insecure-loopback";

    private final Java java;
    private TeamServer explorer;
    private Product product;
    private Path folder;

    InsecureLoopbackIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        explorer = TeamServer.unsigned(Checkout.repository("explorer"));
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        explorer.close();
    }

    @Test
    void without_the_flag_it_is_refused_and_says_how_it_is_given() throws Exception {
        product.run("install", "explorer", "--repository", explorer.url())
                .refused("DT-FETCH-015", "Expected a signed repository", "repository init", FLAG);
        product.run("repository add", explorer.url()).refused("DT-FETCH-015", "repository init", FLAG);
        assertThat(product.home().resolve("profile.json")).doesNotExist();
        assertThat(explorer.requests()).containsOnly("/metadata/1.root.json");
    }

    @Test
    void with_it_a_feature_is_installed_and_the_repository_forgotten() throws Exception {
        product.run("install", "explorer", "--repository", explorer.url(), FLAG).well();
        Map<String, Object> facts = Json.read(product.run("list", "--repository", explorer.url(), FLAG, "--json")
                .well()
                .out());
        assertThat(Json.list(facts, "repositories")).singleElement().satisfies(repository -> assertThat(repository)
                .containsEntry("url", explorer.url())
                .containsEntry("signed", false)
                .containsEntry("reachable", true));

        facts = Json.read(product.run("list", "--json").well().out());
        assertThat(Json.list(facts, "repositories")).isEmpty();
        assertThat(Json.texts(facts, "features", "state")).containsExactly("installed");
        assertThat(product.run("repository list").well().out()).contains("No repository is trusted");
        assertThat(product.run("run", "--headless").well().out()).contains("opened explorer.tables");
    }

    @Test
    void on_another_machine_it_is_refused_whatever_was_said() throws Exception {
        product.run("install", "explorer", "--repository", "https://features.example.org/", FLAG)
                .refused("DT-TRUST-023", "on this machine", "https://features.example.org/", "repository init");
        product.run("install", "explorer", "--repository", "http://features.example.org/", FLAG)
                .refused("DT-FETCH-010", "another machine");
    }

    @Test
    void the_window_says_so_as_long_as_there_is_one() throws Exception {
        try (Shell shell = Shell.open(java, product.home(), List.of(), explorer.url())) {
            shell.ask("await", "#status-unsigned", "Unsigned repository");
            assertThat(shell.ask("visible", "#status-unsigned")).isEqualTo("true");
            shell.ask("press", "#rail-features");
            shell.ask("await", ".repository-row .unsigned", "Unsigned");
        }
        TeamServer signed = new TeamServer(Site.charts(folder.resolve("charts")));
        try (signed;
                Shell shell = Shell.open(java, product.home(), List.of(), signed.trusted())) {
            shell.ask("await", "#status-connection", "Connected");
            assertThat(shell.ask("visible", "#status-unsigned")).isEqualTo("false");
            shell.ask("press", "#rail-features");
            shell.ask("gone", ".repository-row .unsigned");
        }
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                index("reads other files", InsecureLoopbackIT::thief, "DT-FETCH-011", "without a DTD"),
                index("is malformed", url -> Trouble.packed("<repository><resource>"), "DT-FETCH-011"),
                index(
                        "is another document",
                        url -> Trouble.packed("<html><body>It works!</body></html>"),
                        "DT-FETCH-011"),
                index("is no gzip", url -> Trouble.bytes(Trouble::flippedHead), "DT-FETCH-011", "gzip"),
                index("has no end", url -> Trouble.bytes(b -> Trouble.bomb(70)), "DT-FETCH-009", "at most"),
                index("is not there", url -> Trouble.status(404), "DT-FETCH-003", "found 404"),
                index("leads elsewhere", url -> Trouble.redirect(url + "stolen"), "DT-FETCH-003", "found 302"));
    }

    private static Arguments index(String name, Function<String, Trouble> trouble, String... words) {
        return arguments(name, trouble, words);
    }

    private static Trouble thief(String url) {
        return Trouble.packed("<!DOCTYPE repository [<!ENTITY stolen SYSTEM \"" + url + "stolen\">]>"
                + "<repository xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\" name=\"&stolen;\"/>");
    }

    @ParameterizedTest(name = "an index that {0}")
    @MethodSource("indexes")
    void an_index_that_cannot_be_used_is_refused_whole(String name, Function<String, Trouble> trouble, String[] words)
            throws Exception {
        explorer.turn(
                (exchange, path, bytes) -> (path.startsWith("/index") ? trouble.apply(explorer.url()) : Trouble.NONE)
                        .answer(exchange, path, bytes));
        product.run("install", "explorer", "--repository", explorer.url(), FLAG)
                .refused(words)
                .refused("code: DT-RESOLVE-009", "\"explorer\"", explorer.url());
        assertThat(product.status()).containsEntry("generation", 0L);
        assertThat(explorer.requests()).doesNotContain("/stolen");
    }
}
