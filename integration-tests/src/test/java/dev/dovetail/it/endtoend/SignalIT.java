package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The system ends the process: politely or not, early or late. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests, and before each.
final class SignalIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    @Parameter
    private Java java = Java.running();

    private TeamServer explorer;
    private TeamServer charts;
    private Path prepared;
    private Product product;

    /** Both features installed, and the session of someone who had both open. */
    @BeforeParameterizedClassInvocation(injectArguments = false)
    void openBoth(@TempDir Path folder) throws Exception {
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        charts = new TeamServer(Site.charts(folder.resolve("charts")));
        prepared = folder.resolve("prepared");
        product = new Product(java, prepared);
        product.run("install", "explorer", "--repository", explorer.trusted()).well();
        product.run("install", "charts", "--repository", charts.trusted()).well();
        assertOpensEverything();
        assertThat(session()).exists();
    }

    @BeforeEach
    void copy(@TempDir Path folder) throws Exception {
        explorer.turn(Trouble.NONE);
        charts.turn(Trouble.NONE);
        product = new Product(java, folder.resolve("home"));
        Folder.copy(prepared, product.home());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        explorer.close();
        charts.close();
    }

    @Test
    void a_window_that_is_told_to_end_saves_what_is_open_and_frees_its_home() throws Exception {
        Files.writeString(session(), "# as it was before\n", StandardOpenOption.APPEND);
        try (Display display = Display.open()) {
            Product.Started window = openWindow(display);
            Ended ended = signal(window, false);
            assertThat(ended.code()).isEqualTo(TERMINATED);
            assertThat(ended.err()).isEmpty();
        }
        assertThat(Files.readString(session()))
                .contains("explorer.tables", "charts.board")
                .doesNotContain("as it was before");
        assertThat(product.status()).containsEntry("running", false);
        assertOpensEverything();
    }

    @Test
    void a_window_that_is_killed_leaves_a_home_that_starts_again() throws Exception {
        try (Display display = Display.open()) {
            assertThat(signal(openWindow(display), true).code()).isEqualTo(KILLED);
        }
        assertThat(product.status()).containsEntry("running", false);
        assertOpensEverything();
    }

    @Test
    void a_download_that_hangs_does_not_keep_the_process_from_ending() throws Exception {
        for (Path jar : Folder.files(product.home().resolve("store"), ".jar")) {
            if (Folder.sha256(jar).equals(Folder.sha256(feature()))) {
                Files.delete(jar);
            }
        }
        Files.delete(session());
        charts.turn(Trouble.at(".jar", Trouble.silence()));
        charts.forget();
        Product.Started tour = product.start(Map.of(), "run", "--headless");
        await("the download", () -> !charts.jarRequests().isEmpty());
        assertThat(signal(tour, false).code()).isEqualTo(TERMINATED);
        assertThat(Files.readString(session())).contains("charts.board");
        charts.turn(Trouble.NONE);
        assertOpensEverything();
    }

    @Test
    void an_install_that_is_killed_halfway_is_gone_on_with_by_the_next_one_and_leaves_no_rests() throws Exception {
        product = new Product(java, product.home().resolveSibling("empty"));
        explorer.turn(Trouble.at("com.h2database-2.3.232.jar", Trouble.halfThenSilence()));
        Product.Started install = product.start(Map.of(), "install", "explorer", "--repository", explorer.trusted());
        Path store = product.home().resolve("store");
        await("half a jar", () -> !Folder.files(store, ".partial").isEmpty());
        assertThat(signal(install, true).code()).isEqualTo(KILLED);
        assertThat(Folder.files(store, ".partial")).isNotEmpty();
        assertThat(product.status()).containsEntry("generation", 0L).containsEntry("running", false);
        explorer.turn(Trouble.NONE);
        product.run("install", "explorer").well();
        assertThat(product.run("run", "--headless").well().out()).contains("opened explorer.tables");
        assertThat(Folder.files(product.home(), ".part")).isEmpty();
        assertThat(Folder.files(product.home(), ".partial")).isEmpty();
    }

    private void assertOpensEverything() throws Exception {
        assertThat(product.run("run", "--headless").well().out())
                .contains("opened explorer.tables", "opened charts.board");
    }

    private Path session() {
        return product.home().resolve("data/dev.dovetail.shell/session.properties");
    }

    private static Path feature() {
        return Checkout.repository("charts").resolve("bundles/team.charts.feature-1.0.0.jar");
    }

    /** The indexes are read once the window can be used. */
    private Product.Started openWindow(Display display) throws Exception {
        charts.forget();
        Product.Started window = product.start(Map.of("DISPLAY", display.name()), "run");
        await("a window", () -> !charts.requests().isEmpty());
        return window;
    }

    private static Ended signal(Product.Started started, boolean kill) throws Exception {
        try (started) {
            long sent = System.nanoTime();
            if (kill) {
                started.process().destroyForcibly();
            } else {
                started.process().destroy();
            }
            Ended ended = started.end(PATIENCE);
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(SOON);
            return ended;
        }
    }

    private static void await(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** A display in memory. */
    private record Display(Process process, String name) implements AutoCloseable {

        static Display open() throws IOException {
            Path server = Path.of("/usr/bin/Xvfb");
            boolean there = Files.isExecutable(server);
            // Where nobody looks at what was skipped, nothing may be.
            assertThat(there || !"true".equals(System.getenv("CI")))
                    .as("Xvfb at %s, to open windows in", server)
                    .isTrue();
            assumeTrue(there, "No Xvfb on this machine");
            Process process = new ProcessBuilder(
                            List.of(server.toString(), "-displayfd", "1", "-screen", "0", "1440x900x24"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            return new Display(process, ":" + lines.readLine());
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
