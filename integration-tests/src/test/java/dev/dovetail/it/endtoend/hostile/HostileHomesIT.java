package dev.dovetail.it.endtoend.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.Ended;
import dev.dovetail.it.endtoend.Folder;
import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Json;
import dev.dovetail.it.endtoend.Product;
import dev.dovetail.it.endtoend.Shell;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.provisioner.hostile.RawEntry;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine itself gives trouble: rows 12 to 17 of the table in SECURITY.md. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
final class HostileHomesIT {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    @Parameter
    private Java java = Java.running();

    private Scene scene;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void setTheScene(@TempDir Path folder) throws Exception {
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

    private static Path jar(Product product) throws Exception {
        String digest = Json.list(product.status(), "bundles").stream()
                .filter(bundle -> "team.charts.feature".equals(bundle.get("symbolicName")))
                .map(bundle -> String.valueOf(bundle.get("sha256")))
                .findFirst()
                .orElseThrow();
        return product.home()
                .resolve("store/sha256")
                .resolve(digest.substring(0, 2))
                .resolve(digest + ".jar");
    }

    @Test
    void a_link_in_the_store_is_not_followed_and_a_changed_file_not_run() throws Exception {
        Product product = scene.product();
        Path jar = jar(product);
        Path outside = Files.move(jar, scene.fresh("outside"));
        Files.createSymbolicLink(jar, outside);
        scene.assertStillStarts(product);
        assertThat(Files.isRegularFile(jar, LinkOption.NOFOLLOW_LINKS)).isTrue();

        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Path second = Files.createLink(scene.fresh("second"), jar);
        Files.write(second, bytes);
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        assertThat(Files.readAllBytes(jar))
                .as("fetched anew, and not run as it was")
                .isNotEqualTo(bytes);
        scene.assertUnchanged(product);

        Product fresh = new Product(java, scene.fresh("home"));
        scene.trust(fresh).well();
        Offer offer = scene.offer(HostileJar::good);
        scene.rogue().offer(offer);
        fresh.run("install", offer.feature()).well();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fresh.home().resolve("store"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_download_that_was_killed_leaves_what_there_was() throws Exception {
        Offer offer = scene.offer(HostileJar::good);
        scene.rogue().offer(offer);
        scene.server().lie(".jar", Lie.halfThenSilence());
        Product product = scene.product();
        Path store = product.home().resolve("store");
        try (Product.Started install = product.start(Map.of(), "install", offer.feature())) {
            awaitPart(store);
            install.process().destroyForcibly().onExit().join();
        }
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        try (Shell window = Shell.open(java, product.home(), List.of())) {
            window.ask("press", "#rail-charts-board");
            window.ask("await", "#charts-version", "1.0.0");
        }
        scene.assertUnchanged(product);
        scene.server().beHonest();
        product.run("install", offer.feature()).well();
        assertThat(Folder.files(store, ".partial")).isEmpty();
    }

    private static void awaitPart(Path store) throws Exception {
        for (int i = 0; i < 300 && Folder.files(store, ".partial").isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(Folder.files(store, ".partial")).hasSize(1);
    }

    /** The charts team's repository as it is when all is signed by that clock, with an update on offer. */
    private Team chartsSignedAt(Instant time) throws Exception {
        Path from = scene.charts().folder();
        Path to = scene.fresh("charts");
        Folder.copy(from, to);
        Folder.copy(from.resolveSibling("charts.keys"), to.resolveSibling(to.getFileName() + ".keys"));
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        Team team = new Team("charts", to);
        team.release("charts-next", clock);
        team.repository(clock).refresh(Set.of("root", "targets", "charts"));
        return team;
    }

    /** A home that has last seen these files at that time. */
    private Product productThatSaw(Team team, Instant time, String url) throws Exception {
        Product product = scene.product();
        Path profile = product.home().resolve("profile.json");
        Files.writeString(
                profile, Files.readString(profile).replace(scene.chartsServer().url(), url));
        Path metadata = product.home()
                .resolve("repositories")
                .resolve("charts-" + team.fingerprint().substring(0, 12))
                .resolve("metadata");
        Forger forger = new Forger(team);
        for (String role : List.of("root", "timestamp", "snapshot", "targets", "charts")) {
            Files.copy(forger.file(role), metadata.resolve(role + ".json"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(metadata.resolve("timestamp.etag"));
        String index = "index-charts.xml.gz";
        String digest = forger.signed("charts")
                .object("targets")
                .object(index)
                .object("hashes")
                .text("sha256");
        Files.copy(
                team.folder().resolve("targets").resolve(digest + "." + index),
                metadata.resolveSibling("indexes").resolve(index),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(metadata.resolve("verified-at"), time.toString());
        return product;
    }

    @Test
    void a_clock_ten_years_off_blocks_no_start_and_nothing_old_is_installed_by_it() throws Exception {
        Instant past = Instant.now().minus(TEN_YEARS);
        Team old = chartsSignedAt(past);
        try (Mirror server = Mirror.of(old.folder())) {
            Product product = productThatSaw(old, past, server.url());
            product.run("update", "charts")
                    .refused("code: DT-TRUST-003", "expired on", "last verified", "What is installed keeps running");
            scene.assertStillStarts(product);
        }
        Instant future = Instant.now().plus(TEN_YEARS);
        Team young = chartsSignedAt(future);
        try (Mirror server = Mirror.of(young.folder())) {
            Product product = productThatSaw(young, future, server.url());
            scene.assertStillStarts(product);
            assertThat(product.run("update", "charts").well().err())
                    .contains("This machine's clock is 365", "days behind", "Set the clock.");
            assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
        }
    }

    @Test
    void a_full_disk_fails_the_change_and_nothing_else() throws Exception {
        byte[] noise = new byte[600_000];
        new Random(15).nextBytes(noise);
        Offer offer =
                scene.offer(jar -> jar.with(RawEntry.stored("noise.bin", noise)).good());
        scene.rogue().offer(offer);
        FullDisk disk = new FullDisk(scene);
        Set<String> codes = new TreeSet<>();
        for (int kilobytes : List.of(1, 100, 500, 40_000)) {
            FullDisk.Outcome outcome = disk.run(kilobytes, "install", offer.feature());
            if (outcome.ended().code() == 0) {
                assertThat(Json.texts(outcome.after().status(), "features", "id"))
                        .contains("charts", offer.feature());
            } else {
                outcome.ended().refused("DT-HOME-", "code: DT-", "hint: ");
                codes.add(outcome.ended().err().replaceAll("(?s).*code: ", "").strip());
                scene.assertStillStarts(outcome.after());
            }
        }
        // Where there is no room even for what the repository says, the feature is not known at all.
        assertThat(codes).contains("DT-HOME-001").allMatch(code -> code.matches("DT-HOME-0.*|DT-RESOLVE-001"));
    }

    @Test
    void a_second_process_changes_nothing_itself_but_asks_the_first() throws Exception {
        Offer offer = scene.offer(HostileJar::good);
        scene.rogue().offer(offer);
        Product beside = new Product(java, scene.windowHome());
        String pid = String.valueOf(scene.window().process().pid());
        beside.run("install", offer.feature()).well();
        assertThat(Json.texts(beside.status(), "features", "id")).contains(offer.feature());
        beside.run("run", "--headless").refused("code: DT-HOME-011", "already runs", pid);
        assertThat(beside.status()).containsEntry("running", true);
        assertThat(beside.run("list").well().out()).contains("charts", offer.feature());
    }

    @Test
    void a_home_that_cannot_be_written_is_refused_in_one_line() throws Exception {
        Path home = unwritable();
        for (String verb : List.of("run", "install")) {
            Ended ended = new Product(java, home).run(verb, verb.equals("run") ? "--headless" : "charts");
            ended.refused("code: DT-HOME-010", home.toString(), "hint: Choose another place with --home DIR.");
            assertThat(ended.err().lines().filter(line -> line.startsWith("error: ")))
                    .hasSize(1);
        }
    }

    /** Nobody makes folders in /proc; elsewhere the administrator, whom no permission stops, could. */
    private Path unwritable() throws Exception {
        Path folder = Files.createDirectories(scene.fresh("locked"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        return Files.isWritable(folder) ? Path.of("/proc/dovetail") : folder.resolve("home");
    }
}
