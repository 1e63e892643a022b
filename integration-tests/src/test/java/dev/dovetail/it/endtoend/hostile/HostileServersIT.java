package dev.dovetail.it.endtoend.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.Ended;
import dev.dovetail.it.endtoend.Folder;
import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Product;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.provisioner.hostile.SelfSigned;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A server, or whoever signs, answers with what hurts: rows 3 to 6, 11 and 24 to 27 of the table in SECURITY.md. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
final class HostileServersIT {

    @Parameter
    private Java java = Java.running();

    private Scene scene;
    private Path elsewhere;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void setTheScene(@TempDir Path folder) throws Exception {
        elsewhere = folder;
        scene = new Scene(java, folder);
    }

    @AfterEach
    void whatRanBeforeStillRuns() throws Exception {
        scene.server().beHonest();
        scene.assertStillRunning();
    }

    @AfterParameterizedClassInvocation
    void end() throws Exception {
        scene.close();
    }

    /** A good bundle of the other team, on offer. */
    private Offer offered() throws Exception {
        Offer offer = scene.offer(HostileJar::good);
        scene.rogue().offer(offer);
        return offer;
    }

    private String lying(String ending, Lie lie) throws Exception {
        scene.server().lie(ending, lie);
        return scene.window().ask("check");
    }

    @Test
    void not_a_byte_more_than_was_signed_is_taken() throws Exception {
        Offer offer = offered();
        scene.window().ask("check");
        scene.server().lie(".jar", Lie.endless());
        assertThat(scene.refusedInWindow(offer, "DT-FETCH-005")).contains("but there are more");
        Product product = scene.product();
        product.run("install", offer.feature())
                .refused("code: DT-FETCH-005", "there are more", scene.server().url());
        scene.assertStillStarts(product);
        assertThat(lying("timestamp.json", Lie.endless())).contains("DT-FETCH-013", "at most 16384 bytes");
        assertThat(lying("2.root.json", Lie.endless())).contains("DT-FETCH-013", "at most 524288 bytes");
        scene.rogue().offer(offer, scene.offer(HostileJar::good));
        assertThat(lying(".snapshot.json", Lie.endless())).contains("DT-FETCH-013", "found more");
        scene.rogue().offer(scene.offer(HostileJar::good));
        assertThat(lying("acme.xml.gz", Lie.endless())).contains("DT-TRUST-008");
    }

    @Test
    void a_slow_body_is_given_up() throws Exception {
        Offer offer = offered();
        Path folder = scene.rogue().team().folder();
        scene.window().ask("check");
        try (Mirror dripping = Mirror.of(folder);
                Mirror silent = Mirror.of(folder)) {
            dripping.lie("timestamp.json", Lie.drip());
            silent.lie(".jar", Lie.halfThenSilence());
            Product first = scene.productAt(dripping.url());
            Product second = scene.productAt(silent.url());
            Product.Started drip = first.start(Map.of(), "install", offer.feature());
            Product.Started silence = second.start(Map.of(), "install", offer.feature());
            scene.server().lie(".jar", Lie.drip());
            assertThat(scene.refusedInWindow(offer, "DT-FETCH-004")).contains("slower than 8192 bytes a second");
            // Whichever runs out first: the patience with the repository, or that with the body.
            assertThat(Product.end(drip).refused(dripping.url()).err())
                    .containsAnyOf(
                            "DT-FETCH-023: No complete answer in time from " + dripping.url(),
                            "DT-FETCH-004: The download broke off: it came slower than 8192 bytes a second at "
                                    + dripping.url());
            Product.end(silence)
                    .refused("code: DT-FETCH-004", "no byte arrived for " + Java.NETWORK_MILLIS + " ms", silent.url());
            scene.assertUnchanged(first);
            scene.assertStillStarts(second);
        }
    }

    @Test
    void a_redirect_to_elsewhere_is_not_followed() throws Exception {
        Offer offer = offered();
        try (Mirror other = Mirror.of(scene.rogue().team().folder())) {
            String timestamp = other.url() + "metadata/timestamp.json";
            assertThat(lying("timestamp.json", Lie.redirect(timestamp))).contains("DT-FETCH-012", timestamp);
            assertThat(lying("timestamp.json", Lie.redirect("file:///etc/passwd")))
                    .contains("DT-FETCH-012");
            scene.server().beHonest();
            scene.window().ask("check");
            scene.server().lie(".jar", Lie.redirect(other.url() + "targets/" + offer.path()));
            assertThat(scene.refusedInWindow(offer, "DT-FETCH-003")).contains("found 302");
            Product product = scene.product();
            product.run("install", offer.feature()).refused("code: DT-FETCH-003", "found 302", "hint: ");
            scene.assertStillStarts(product);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void an_unknown_certificate_or_no_encryption_is_refused() throws Exception {
        Offer offer = offered();
        SelfSigned certificate = SelfSigned.in(Files.createTempDirectory(elsewhere, "certificate"));
        Path folder = scene.rogue().team().folder();
        try (Mirror secure = Mirror.secure(folder, certificate.context());
                Mirror other = Mirror.secure(folder, certificate.context())) {
            Product product = scene.productAt(secure.url());
            product.run("install", offer.feature())
                    .refused("DT-FETCH-017", "Expected a secure connection", secure.url());
            assertThat(secure.requests()).isEmpty();
            scene.assertStillStarts(product);
            Map<String, String> knowing = Map.of("JAVA_TOOL_OPTIONS", certificate.trusted());
            secure.lie("timestamp.json", Lie.redirect(other.url() + "metadata/timestamp.json"));
            Product.end(product.start(knowing, "install", offer.feature())).refused("DT-FETCH-012", other.url());
            assertThat(other.requests()).isEmpty();
            secure.beHonest();
            Product.end(product.start(knowing, "install", offer.feature())).well();
        }
        String plain = "http://example.com/";
        scene.product().run("list", "--repository", plain).refused("DT-FETCH-010", plain, "without encryption");
        scene.productAt(plain).run("list").refused("DT-HOME-006", plain);
    }

    @Test
    void an_index_that_reads_files_or_blows_up_is_refused_whole() throws Exception {
        Offer offer = offered();
        String stolen = scene.server().url() + "stolen";
        String head = "<!DOCTYPE repository [<!ENTITY a SYSTEM \"" + stolen + "\">";
        String expanding = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><r>&c;</r>";
        for (String xml : List.of(
                head + "]><repository xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\" name=\"&a;\"/>",
                expanding,
                "<repository xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\">" + "<x>".repeat(100_000),
                "<repository><resource>")) {
            scene.rogue().offer(RogueTeam.packed(xml), offer);
            assertThat(scene.window().ask("check")).contains("DT-FETCH-011", "The signed index", "can't be used");
        }
        Product product = scene.product();
        product.run("install", offer.feature()).refused("DT-FETCH-011", "code: DT-RESOLVE-001");
        scene.assertStillStarts(product);
        scene.rogue().offer(RogueTeam.packed("<r>" + " ".repeat(65 << 20) + "</r>"), offer);
        assertThat(scene.window().ask("check")).contains("DT-FETCH-011");
        assertThat(scene.server().requests()).doesNotContain("/stolen");
    }

    /** Signs in a copy of the repository, serves that, and looks for something new: in the window, then on a terminal. */
    private void refusesWhatIsSigned(String code, String sentence, Forging forging) throws Exception {
        RogueTeam copy = copy();
        forging.sign(copy.forger());
        scene.server().serve(copy.team().folder());
        try {
            assertThat(scene.window().ask("check")).contains(code, sentence);
        } finally {
            scene.server().serve(scene.rogue().team().folder());
        }
        assertThat(scene.window().ask("check")).doesNotContain(code).contains("CONNECTED");
    }

    private interface Forging {
        void sign(Forger forger) throws Exception;
    }

    private RogueTeam copy() throws Exception {
        Path from = scene.rogue().team().folder();
        Path to = scene.fresh("copy");
        Folder.copy(from, to);
        Folder.copy(from.resolveSibling("acme.keys"), to.resolveSibling(to.getFileName() + ".keys"));
        return new RogueTeam(new Team("acme", to));
    }

    private static JsonObject inRole(JsonObject root, String role, String member, Json value) throws Exception {
        JsonObject roles = root.object("roles");
        return root.with("roles", roles.with(role, roles.object(role).with(member, value)));
    }

    @Test
    void metadata_that_say_what_none_may_say_are_refused_and_the_trusted_ones_kept() throws Exception {
        Offer offer = offered();
        scene.window().ask("check");
        refusesWhatIsSigned(
                "DT-TRUST-001",
                "\"threshold\" of 1 or more, found 0",
                forger -> forger.serve("root", inRole(forger.next("root"), "timestamp", "threshold", Json.integer(0))));
        refusesWhatIsSigned(
                "DT-TRUST-001",
                "\"version\" from 1 to 9007199254740992",
                forger -> forger.serve(
                        "timestamp", forger.signed("timestamp").with("version", Json.integer(Long.MAX_VALUE))));
        refusesWhatIsSigned(
                "DT-TRUST-006",
                "found 2.0",
                forger -> forger.serve("timestamp", forger.next("timestamp").with("spec_version", Json.text("2.0"))));
        refusesAnUnknownKindOfKey();
        Product product = scene.product();
        product.run("install", offer.feature()).well();
    }

    /** Whoever signs a root with it can be followed no further; what is installed does not mind. */
    private void refusesAnUnknownKindOfKey() throws Exception {
        RogueTeam copy = copy();
        JsonObject root = copy.forger().next("root");
        JsonObject keys = root.object("keys");
        for (String id : root.object("roles").object("timestamp").texts("keyids")) {
            keys = keys.with(id, keys.object(id).with("keytype", Json.text("quantum")));
        }
        copy.forger().serve("root", root.with("keys", keys));
        try (Mirror server = Mirror.of(copy.team().folder())) {
            Product product = scene.productAt(server.url());
            product.run("install", "nothing")
                    .refused("DT-TRUST-002", "Expected good signatures of 1 keys of timestamp");
            scene.assertStillStarts(product);
        }
    }

    /** The command line says which entries it does not take, and that the feature is not on offer. */
    private void refusesTheEntry(Offer offer, String... sentences) throws Exception {
        scene.window().ask("check");
        Ended install = scene.product().run("install", offer.feature());
        install.refused("code: DT-RESOLVE-001").refused(sentences);
    }

    @Test
    void an_entry_of_the_index_that_points_off_what_is_signed_is_refused() throws Exception {
        Offer offer = scene.offer(HostileJar::good);
        String digest = Folder.sha256(offer.jar());
        Map<String, JsonObject> signed = Map.of(offer.path(), offer.target());
        Map<String, String> lies = Map.of(
                Offer.content("0".repeat(64), offer.jar().length, offer.path()), "expected the digest and size",
                Offer.content(digest, offer.jar().length + 1L, offer.path()), "expected the digest and size",
                Offer.content(digest, offer.jar().length, "bundles/acme.x/acme.x-1.0.0.jar"), "expected the file",
                Offer.content(digest, offer.jar().length, "../" + offer.path()), "expected the file",
                Offer.content(digest, offer.jar().length, "http://example.com/a.jar"), "expected an address on");
        for (Map.Entry<String, String> lie : lies.entrySet()) {
            scene.rogue().offer(RogueTeam.index(List.of(offer.entry(lie.getKey()))), signed);
            refusesTheEntry(
                    offer, lie.getValue(), lie.getValue().contains("an address") ? "DT-FETCH-019" : "DT-TRUST-010");
        }
        scene.rogue().offer(RogueTeam.index(List.of(offer.entry())), Map.of());
        refusesTheEntry(offer, "DT-TRUST-010", "expected a signature for " + offer.path());
    }

    @Test
    void without_a_checksum_nothing_is_taken() throws Exception {
        Offer offer = scene.offer(HostileJar::good);
        scene.rogue()
                .offer(
                        RogueTeam.index(List.of(offer.entry("<capability namespace=\"osgi.content\">"
                                + Offer.text("url", offer.path()) + "</capability>"))),
                        Map.of(offer.path(), offer.target()));
        refusesTheEntry(offer, "DT-FETCH-019", "expected osgi.content of type String");
        scene.rogue()
                .offer(
                        RogueTeam.index(List.of(offer.entry())),
                        Map.of(offer.path(), offer.target().without(Set.of("hashes"))));
        assertThat(scene.window().ask("check")).contains("DT-TRUST-001", "expected \"hashes\" as an object");
        scene.rogue()
                .offer(
                        RogueTeam.index(List.of(offer.entry())),
                        Map.of(offer.path(), offer.target().with("hashes", JsonObject.EMPTY)));
        assertThat(scene.window().ask("check")).contains("DT-TRUST-001", "expected \"hashes\" with sha256");
        Product product = scene.product();
        product.run("install", offer.feature()).refused("DT-TRUST-001", "code: DT-RESOLVE-001");
        scene.assertStillStarts(product);
    }

    @Test
    void a_mirror_that_went_back_or_stands_still_is_refused() throws Exception {
        Offer offer = offered();
        Path old = copy().team().folder();
        Offer newer = scene.offer(HostileJar::good);
        scene.rogue().offer(offer, newer);
        Product product = scene.product();
        product.run("list").well();
        scene.window().ask("check");
        scene.server().serve(old);
        try {
            assertThat(scene.window().ask("check")).contains("DT-TRUST-004", "Expected", "timestamp");
            Ended list = product.run("list").well();
            assertThat(list.out()).contains(newer.feature());
            assertThat(list.err()).contains("warning: DT-TRUST-004");
        } finally {
            scene.server().serve(scene.rogue().team().folder());
        }
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        refusesWhatIsSigned(
                "DT-TRUST-003",
                yesterday.toString(),
                forger -> forger.serve(
                        "timestamp", forger.next("timestamp").with("expires", Json.text(yesterday.toString()))));
        scene.assertStillStarts(product);
    }
}
