package dev.dovetail.publisher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.server.RepositoryServer;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PublisherCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECRET = "correct horse battery";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Instant now = NOW;
    private Map<String, String> environment = Map.of("DOVETAIL_PASSPHRASE", SECRET);
    private Optional<Surroundings.Prompt> prompt = Optional.empty();

    private int run(Object... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = PublisherCommand.commandLine(
                new Surroundings(environment, prompt, Clock.fixed(now, ZoneOffset.UTC), new KeyDerivation(1)));
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        int code = command.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertThat(out + "" + err).doesNotContain(SECRET);
        return code;
    }

    private JsonObject facts() throws Exception {
        return JsonReader.read(out.toString().strip().getBytes(StandardCharsets.UTF_8));
    }

    private Path repository() {
        return folder.resolve("R");
    }

    private void init() {
        assertThat(run("repository", "init", repository(), "--name", "acme", "--bundles", "acme.*"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "publish --version", "repository keys --version"})
    void eachVerbSaysWhichVersionItIs(String line) {
        assertThat(run((Object[]) line.split(" "))).isZero();
        assertThat(out.toString())
                .containsPattern("^Dovetail [0-9]+[.][0-9]+[.][0-9]+")
                .contains("Java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "repository init", "repository keys", "repository serve"})
    void eachVerbSaysWhatItTakes(String line) {
        assertThat(run((Object[]) (line + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: dovetail " + line).contains("DIR");
    }

    @Test
    void aNewRepositoryIsExplained() {
        init();

        assertThat(out.toString())
                .contains("Made the repository acme", "acme.*")
                .contains("TAKE THEM OFF this machine")
                .containsPattern("Fingerprint: ([0-9a-f]{4} ){15}[0-9a-f]{4}\\n")
                .containsPattern("dovetail repository add URL --fingerprint [0-9a-f]{64}\\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aNewRepositoryIsDescribedToPrograms() throws Exception {
        assertThat(run("repository", "init", repository(), "--name", "acme", "--carries", "org.x", "org.y", "--json"))
                .isZero();

        assertThat(facts().text("name")).isEqualTo("acme");
        assertThat(facts().text("fingerprint")).hasSize(64);
        assertThat(facts().texts("bundles")).containsExactly("*");
        assertThat(facts().texts("carries")).containsExactly("org.x", "org.y");
        assertThat(facts().objects("roles")).hasSize(5);
    }

    @Test
    void bundlesArePublishedAndFoundPublished() throws Exception {
        init();
        Path jar = Bundles.bundle(folder, "acme.lib", "1.0.0");

        assertThat(run("publish", repository(), jar)).isZero();
        assertThat(out.toString()).contains("published acme.lib 1.0.0", "until 27 November 2026");

        assertThat(run("publish", repository(), jar)).isZero();
        assertThat(out.toString()).contains("nothing to do for acme.lib 1.0.0");

        assertThat(run("publish", repository(), jar, "--json", "--team", "acme"))
                .isZero();
        assertThat(facts().objects("published")).isEmpty();
        JsonObject unchanged = facts().objects("unchanged").get(0);
        assertThat(unchanged.text("symbolicName")).isEqualTo("acme.lib");
        assertThat(unchanged.text("team")).isEqualTo("acme");
    }

    @Test
    void aReleaseIsMandatoryUntilThatIsWithdrawn() throws Exception {
        init();
        Path jar = Bundles.bundle(
                folder,
                "acme.charts",
                "1.0.0",
                "Provide-Capability: dovetail.feature;dovetail.feature=charts;title=Charts");

        assertThat(run("publish", repository(), jar, "--mandatory-by", "2026-11-21T12:00Z"))
                .isZero();
        assertThat(out.toString()).contains("acme.charts 1.0.0 must be in by 2026-11-21T12:00:00Z");
        assertThat(run("publish", repository(), jar, "--not-mandatory")).isZero();
        assertThat(out.toString()).contains("acme.charts 1.0.0 need not be in by any moment");
        assertThat(run("publish", repository(), jar, "--not-mandatory", "--json"))
                .isZero();
        assertThat(facts().objects("notMandatory").get(0).text("symbolicName")).isEqualTo("acme.charts");
        assertThat(run("publish", repository(), jar, "--not-mandatory", "--mandatory-by", "2026-11-21T12:00Z"))
                .isEqualTo(2);
    }

    @Test
    void aRefusalSaysWhatToDo() throws Exception {
        init();

        assertThat(run("publish", repository(), Bundles.bundle(folder, "other.lib", "1.0.0")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("error: Expected a name that a team of this repository may publish, found other.lib")
                .contains("hint: Give the name to a new team")
                .contains("code: DT-PUBLISH-044");
    }

    @Test
    void keysAreListedWithoutThePassphrase() throws Exception {
        init();
        environment = Map.of();

        assertThat(run("repository", "keys", repository())).isZero();
        assertThat(out.toString()).contains("2 must sign", "may publish acme.*", "20 November 2027");

        assertThat(run("repository", "keys", repository(), "--json")).isZero();
        assertThat(facts().objects("roles").get(0).objects("keys")).hasSize(3);
    }

    @Test
    void aKeyFileThatSignsNothingIsNamed() throws Exception {
        init();
        run("repository", "keys", repository(), "add-team", "maps", "--bundles", "maps.*", "--json");
        Path keys = folder.resolve("R.keys");
        String file = facts().objects("roles").get(2).objects("keys").get(0).text("file");
        run("repository", "keys", repository(), "revoke-team", "acme");
        try (var retired = Files.newDirectoryStream(keys.resolve("retired"))) {
            Path old = retired.iterator().next();
            Files.move(old, keys.resolve(old.getFileName()));
        }

        assertThat(run("repository", "keys", repository())).isZero();
        assertThat(out.toString()).contains("Signs nothing: " + file);
    }

    @Test
    void teamsComeAndGo() {
        init();

        assertThat(run(
                        "repository",
                        "keys",
                        repository(),
                        "add-team",
                        "maps",
                        "--bundles",
                        "maps.*",
                        "--carries",
                        "x.y"))
                .isZero();
        assertThat(out.toString()).contains("Added team maps");
        assertThat(run("repository", "keys", repository(), "revoke-team", "maps"))
                .isZero();
        assertThat(out.toString()).contains("Revoked team maps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "targets", "snapshot", "timestamp", "acme"})
    void everyRolesKeysAreReplaced(String role) throws Exception {
        init();

        assertThat(run("repository", "keys", repository(), "rotate", role)).isZero();
        assertThat(out.toString()).contains("Replaced the keys of " + role);
        assertThat(run("publish", repository(), Bundles.bundle(folder, "acme.lib", "1.0.0")))
                .isZero();
        assertThat(run("repository", "keys", repository(), "rotate", "nobody")).isEqualTo(1);
    }

    @Test
    void refreshingWarnsOfWhatItDoesNotRenew() throws Exception {
        init();
        now = NOW.plus(Duration.ofDays(85));

        assertThat(run("repository", "refresh", repository())).isZero();
        assertThat(out.toString()).contains("until 20 February 2027");
        assertThat(err.toString()).contains("warning: clients believe acme only until 18 February 2027", "--role acme");

        assertThat(run("repository", "refresh", repository(), "--role", "acme", "--json"))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(facts().objects("roles").get(2).flag("endsSoon")).isFalse();
    }

    @Test
    void withoutAPassphraseNothingHappens() {
        environment = Map.of("DOVETAIL_PASSPHRASE", "");

        assertThat(run("repository", "init", repository(), "--name", "acme")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("error: The keys need a passphrase: set DOVETAIL_PASSPHRASE, or run this in a terminal.");
        assertThat(repository()).doesNotExist();
    }

    @Test
    void aPersonIsAskedTwiceForANewPassphraseAndOnceLater() throws Exception {
        environment = Map.of();
        Deque<String> typed = new ArrayDeque<>(List.of(SECRET, SECRET, SECRET, "one", "other"));
        prompt = Optional.of(question -> typed.removeFirst().toCharArray());

        init();
        assertThat(run("publish", repository(), Bundles.bundle(folder, "acme.lib", "1.0.0")))
                .isZero();
        assertThat(run("repository", "init", folder.resolve("S"), "--name", "acme"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("The two passphrases differ");
    }

    @Test
    void aShortPassphraseIsWarnedOf() {
        environment = Map.of("DOVETAIL_PASSPHRASE", "swordfish");

        assertThat(run("repository", "init", repository(), "--name", "acme")).isZero();
        assertThat(err.toString()).contains("fewer than 12 characters");
    }

    @Test
    void keysLieWhereItWasSaid() {
        Path keys = folder.resolve("elsewhere");

        assertThat(run("repository", "init", repository(), "--name", "acme", "--keys", keys))
                .isZero();
        assertThat(keys).isNotEmptyDirectory();
        assertThat(folder.resolve("R.keys")).doesNotExist();
        assertThat(run("repository", "refresh", repository())).isEqualTo(1);
        assertThat(run("repository", "refresh", repository(), "--keys", keys)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish",
                "publish R",
                "repository",
                "repository init R",
                "repository init R --name acme --bundles a/b",
                "repository keys R add-team maps",
                "repository fly",
                "fly"
            })
    void wrongUsageIsExplained(String line) {
        assertThat(run((Object[]) line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage:");
    }

    @Test
    void aRepositoryIsCheckedWhole() throws Exception {
        init();
        run("publish", repository(), Bundles.bundle(folder, "acme.lib", "1.0.0"));

        assertThat(run("repository", "check", repository())).isZero();
        assertThat(out.toString()).contains("acme: 1 bundles", "compare it", "All is well");

        assertThat(run("repository", "check", repository(), "--json")).isZero();
        String fingerprint = facts().text("fingerprint");
        assertThat(facts().texts("problems")).isEmpty();
        try (RepositoryServer server = RepositoryServer.onLoopback(repository())) {
            assertThat(run("repository", "check", server.url(), "--fingerprint", fingerprint))
                    .isZero();
            assertThat(out.toString()).doesNotContain("compare it");
        }
        assertThat(run("repository", "check", repository(), "--fingerprint", "0".repeat(64)))
                .isEqualTo(1);
        assertThat(err.toString()).contains("code: DT-TRUST-007");
    }

    @Test
    void aRepositoryWithAProblemIsNotWell() throws Exception {
        init();
        run("publish", repository(), Bundles.bundle(folder, "acme.lib", "1.0.0"));
        try (var jars = Files.newDirectoryStream(repository().resolve("targets/bundles/acme.lib"))) {
            Files.delete(jars.iterator().next());
        }

        assertThat(run("repository", "check", repository())).isEqualTo(1);
        assertThat(err.toString()).contains("problem: bundles/acme.lib/", "code: DT-PUBLISH-070");
    }

    @Test
    void aCheckNeedsARepository() {
        assertThat(run("repository", "check", folder)).isEqualTo(1);
        assertThat(run("repository", "check", "http://example.org/")).isEqualTo(2);
        assertThat(run("repository", "check", "http://localhost:1/")).isEqualTo(1);
        init();
        assertThat(run("repository", "check", repository(), "--fingerprint", "12"))
                .isEqualTo(2);
    }

    @Test
    void aServerSaysWhereItIsUntilItIsStopped() throws Exception {
        init();
        Thread serving = new Thread(() -> run("repository", "serve", repository(), "--port", "0", "--json"));
        serving.start();
        while (!out.toString().endsWith("}" + System.lineSeparator())) {
            Thread.sleep(10);
        }
        assertThat(facts().text("url")).startsWith("http://localhost:");
        assertThat(facts().text("fingerprint")).hasSize(64);

        serving.interrupt();
        serving.join(10_000);
        assertThat(serving.isAlive()).isFalse();
    }

    @Test
    void aServerNeedsARepositoryAndAPort() {
        assertThat(run("repository", "serve", repository())).isEqualTo(1);
        assertThat(err.toString()).contains("DT-PUBLISH-041");
        init();
        assertThat(run("repository", "serve", repository(), "--port", "70000")).isEqualTo(1);
        assertThat(err.toString()).contains("DT-PUBLISH-060");
    }
}
