package dev.dovetail.it.endtoend.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.Folder;
import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Json;
import dev.dovetail.it.endtoend.Product;
import dev.dovetail.it.endtoend.hostile.Forger;
import dev.dovetail.it.endtoend.hostile.Lie;
import dev.dovetail.it.endtoend.hostile.Mirror;
import dev.dovetail.it.endtoend.hostile.Offer;
import dev.dovetail.it.endtoend.hostile.RogueTeam;
import dev.dovetail.it.endtoend.hostile.Scene;
import dev.dovetail.it.endtoend.hostile.Team;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The charts team is honest; somebody between it and its users, or with keys of its, is not. Each attack is tried on a
 * repository that is a copy of the team's, and on a home of its own that has the first release.
 */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests, and before each.
final class UpdateAttacksIT {

    private static final String CHARTS = "team.charts.feature";
    private static final long FAR = 1L << 50;

    @Parameter
    private Java java = Java.running();

    private Scene scene;
    private Team team;
    private Mirror mirror;
    private Product product;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void setTheScene(@TempDir Path folder) throws Exception {
        scene = new Scene(java, folder);
    }

    @BeforeEach
    void aCopyOfTheRepository() throws Exception {
        team = copy(scene.charts());
        mirror = Mirror.of(team.folder());
        product = scene.product();
        Path profile = product.home().resolve("profile.json");
        Files.writeString(
                profile, Files.readString(profile).replace(scene.chartsServer().url(), mirror.url()));
    }

    private Team copy(Team from) throws Exception {
        Path to = scene.fresh("copy");
        Folder.copy(from.folder(), to);
        Folder.copy(from.folder().resolveSibling(from.name() + ".keys"), to.resolveSibling(to.getFileName() + ".keys"));
        return new Team(from.name(), to);
    }

    @AfterEach
    void whatRanBeforeStillRuns() throws Exception {
        mirror.close();
        scene.assertStillRunning();
    }

    @AfterParameterizedClassInvocation
    void end() throws Exception {
        scene.close();
    }

    private void refused(String... words) throws Exception {
        product.run("update", "charts").refused(words);
        scene.assertUnchanged(product);
    }

    private void theNextReleaseArrives() throws Exception {
        assertThat(product.run("update", "charts").well().out()).contains("Updated to Charts 1.1.0");
    }

    @Test
    void arbitrary_software_is_not_installed() throws Exception {
        team.release("charts-next");
        mirror.lie("charts.json", Lie.bytes(UpdateAttacksIT::flipped));
        refused("DT-TRUST-005");
        mirror.lie(".jar", Lie.bytes(file -> HostileJar.bundle(CHARTS, "1.1.0").good()));
        refused("code: DT-FETCH-006", "bytes as the index says, found only");
        mirror.lie(".jar", Lie.bytes(UpdateAttacksIT::flipped));
        refused("code: DT-FETCH-007", "Expected bytes with SHA-256");
        mirror.beHonest();
        theNextReleaseArrives();
    }

    private static byte[] flipped(byte[] file) {
        byte[] changed = file.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    @Test
    void endless_data_are_cut_off() throws Exception {
        team.release("charts-next");
        mirror.lie("timestamp.json", Lie.endless());
        refused("DT-FETCH-013", "at most 16384 bytes");
        mirror.lie(".jar", Lie.endless());
        refused("code: DT-FETCH-005", "there are more");
        mirror.beHonest();
        theNextReleaseArrives();
    }

    @Test
    void extraneous_dependencies_are_not_brought_along() throws Exception {
        RogueTeam rogue = scene.rogue();
        Offer library = Offer.of(
                "extraneous",
                "com.example.extraneous",
                HostileJar.bundle("com.example.extraneous", "1.0.0").good());
        Offer feature = scene.offer(HostileJar::good).saying(Offer.requiring(library.bsn()));
        rogue.offer(feature, library);
        product.run("install", feature.feature())
                .refused(
                        "code: DT-RESOLVE-014",
                        "DT-TRUST-011",
                        "com.example.extraneous",
                        "expected a name that acme may bring");
        scene.assertStillStarts(product);
    }

    @Test
    void a_fast_forward_is_undone_by_rotating_keys_without_reinstalling() throws Exception {
        Forger thief = new Forger(team);
        JsonObject snapshot = thief.signed("snapshot").with("version", Forger.number(FAR));
        thief.serve("snapshot", snapshot);
        thief.serve("timestamp", thief.signed("timestamp").with("version", Forger.number(FAR)));
        product.run("list").well();
        Team honest = copy(scene.charts());
        honest.release("charts-next");
        mirror.serve(honest.folder());
        refused("DT-TRUST-004");
        honest.repository().rotate("timestamp");
        honest.repository().rotate("snapshot");
        theNextReleaseArrives();
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
    }

    @Test
    void an_indefinite_freeze_ends_when_the_timestamp_expires_and_people_are_told() throws Exception {
        Forger forger = new Forger(team);
        Instant soon = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        forger.serve("timestamp", forger.next("timestamp").with("expires", Forger.text(soon.toString())));
        product.run("list").well();
        Path frozen = copyOf(team.folder());
        team.release("charts-next");
        mirror.serve(frozen);
        while (Instant.now().isBefore(soon)) {
            Thread.sleep(200);
        }
        refused("DT-TRUST-003", soon.toString(), "Last verified");
        scene.assertStillStarts(product);
        mirror.serve(team.folder());
        theNextReleaseArrives();
    }

    private Path copyOf(Path folder) throws Exception {
        Path to = scene.fresh("frozen");
        Folder.copy(folder, to);
        return to;
    }

    @Test
    void a_malicious_mirror_can_only_refuse() throws Exception {
        team.release("charts-next");
        Team another = Team.found(
                        scene.fresh("another"),
                        Charter.of("charts", "team.charts.*").carrying("team.explorer.api"))
                .release("charts-next");
        mirror.serve(another.folder());
        refused("DT-TRUST-002", "Expected good signatures");
        mirror.serve(team.folder());
        mirror.lie("timestamp.json", Lie.status(404));
        refused("DT-FETCH-014");
        mirror.beHonest();
        theNextReleaseArrives();
    }

    @Test
    void files_of_different_times_are_not_mixed() throws Exception {
        Path old = copyOf(team.folder());
        team.release("charts-next");
        Forger before = new Forger(new Team("charts", old));
        for (String role : List.of("snapshot", "charts")) {
            byte[] older = Files.readAllBytes(before.file(role));
            mirror.lie("." + role + ".json", Lie.bytes(file -> older));
            refused("DT-TRUST-005", role);
        }
        mirror.beHonest();
        theNextReleaseArrives();
    }

    @Test
    void a_rollback_is_refused() throws Exception {
        Path old = copyOf(team.folder());
        team.release("charts-next");
        product.run("update", "charts").well();
        mirror.serve(old);
        assertThat(product.run("list").well().err()).contains("DT-TRUST-004", "older");
        assertThat(Json.texts(product.status(), "features", "version")).containsExactly("1.1.0");
    }

    @Test
    void slow_retrieval_is_given_up() throws Exception {
        team.release("charts-next");
        mirror.lie(".jar", Lie.drip());
        refused("code: DT-FETCH-004", "slower than 8192 bytes a second");
        mirror.beHonest();
        theNextReleaseArrives();
    }

    @Test
    void stolen_keys_are_worth_nothing_once_they_are_replaced_or_revoked() throws Exception {
        List<Signer> stolen = team.steal("timestamp");
        team.repository().rotate("timestamp");
        product.run("list").well();
        Forger owner = new Forger(team);
        byte[] current = Files.readAllBytes(owner.file("timestamp"));
        owner.serve("timestamp", owner.next("timestamp"), stolen);
        refused("DT-TRUST-002", "of timestamp");
        Files.write(owner.file("timestamp"), current);
        team.repository().addTeam("maps", Charter.patterns(List.of("team.charts.maps")), List.of());
        RogueTeam thief = new RogueTeam(new Team("maps", team.folder()));
        Offer loot = Offer.of(
                "loot",
                "team.charts.maps",
                HostileJar.bundle("team.charts.maps", "1.0.0").good());
        thief.offer(loot);
        assertThat(product.run("list").well().out()).contains("loot");
        team.repository().revokeTeam("maps");
        assertThat(product.run("list").well().out()).doesNotContain("loot");
        thief.offer(loot.version("1.0.1"));
        product.run("install", "loot").refused("code: DT-RESOLVE-001");
        team.release("charts-next");
        theNextReleaseArrives();
    }

    @Test
    void other_software_than_was_asked_for_is_not_installed() throws Exception {
        RogueTeam rogue = new RogueTeam(team);
        byte[] other = Files.readAllBytes(
                Folder.files(team.folder(), ".team.explorer.api-1.0.0.jar").get(0));
        rogue.offer(Offer.of("charts", CHARTS, other).version("1.1.0"));
        refused("code: DT-GATE-012", "Expected " + CHARTS + " 1.1.0 as the index says");
        scene.assertStillStarts(product);
    }
}
