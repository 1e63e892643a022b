package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import acme.culprit.CulpritActivator;
import acme.culprit.CulpritView;
import dev.dovetail.publisher.repository.Charter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A feature's release that won't end, or takes the JavaFX thread for ever: the change ends within its limits, says whose
 * fault it is, and what ran before is what runs, at once or with the next start.
 */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class CulpritIT {

    private static final int TERMINATED = 128 + 15;
    private static final String NAME = "acme.culprit";

    private final Java java;
    private Path folder;
    private Site site;
    private TeamServer server;
    private Product product;

    CulpritIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void found(@TempDir Path temporary) throws Exception {
        folder = temporary;
        site = Site.founded(folder.resolve("acme"), Charter.of("acme", "acme.*"));
        server = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void release(String version, String misdeed) throws Exception {
        TestBundle bundle = TestBundle.of(NAME, version, CulpritView.class.getPackageName())
                .activator(CulpritActivator.class.getName());
        TestBundle made = misdeed.isEmpty() ? bundle : bundle.file(CulpritActivator.FILE, misdeed);
        site.publish(List.of(made.write(folder)));
    }

    private Shell shell() throws Exception {
        return Shell.open(java, product.home(), List.of(), server.trusted());
    }

    private Shell opened(String version) throws Exception {
        Shell shell = shell();
        shell.ask("check");
        shell.ask("show", "culprit.note");
        shell.ask("await", "#culprit-version", "Culprit " + version);
        shell.ask("type", "#culprit-text", "unsaved words");
        return shell;
    }

    private String log() throws Exception {
        return Files.readString(product.home().resolve("log/dovetail.0.log"));
    }

    @Test
    void threads_that_outlive_their_feature_hold_up_no_install_update_or_removal() throws Exception {
        release("1.0.0", "");
        try (Shell shell = opened("1.0.0")) {
            release("1.1.0", "threads-and-failure");
            shell.ask("check");
            assertThat(shell.fails("update", "culprit")).contains("DT-START-001", "Culprit 1.1.0", "release is broken");
            shell.ask("await", "#culprit-version", "Culprit 1.0.0");
            assertThat(shell.ask("bundles", NAME)).endsWith(":1.0.0").doesNotContain("1.1.0");

            release("1.2.0", "threads");
            shell.ask("check");
            assertThat(shell.ask("update", "culprit")).isEqualTo("1.2.0");
            release("1.3.0", "threads");
            shell.ask("check");
            assertThat(shell.ask("update", "culprit")).isEqualTo("1.3.0");
            shell.ask("await", "#culprit-version", "Culprit 1.3.0");
            shell.ask("await", "#culprit-text", "unsaved words");
            assertThat(shell.ask("await", ".toast-text", "to stop"))
                    .contains("acme.culprit 1.2.0", "did not come back", "CulpritActivator.forEver");
            shell.ask("remove", "culprit");
            shell.ask("gone", "#culprit-version");
            assertThat(product.status()).containsEntry("features", List.of());
            assertThat(log()).contains("acme.culprit 1.3.0 to stop", "CulpritActivator.forEver");
        }
    }

    @Test
    void an_update_that_takes_the_window_is_rolled_back_and_the_next_start_says_who_it_was() throws Exception {
        release("1.0.0", "");
        Shell shell = opened("1.0.0");
        release("1.1.0", "window");
        shell.ask("check");
        assertThat(shell.fails("update", "culprit"))
                .contains("DT-APPLY-004", "Culprit 1.1.0", "did not answer", "CulpritActivator.forEver");
        assertThat(shell.ask("bundles", NAME)).endsWith(":1.0.0").doesNotContain("1.1.0");
        assertRunsAfterwards(shell, "culprit 1.1.0 was holding up the window");
    }

    @Test
    void an_update_whose_start_waits_for_the_window_that_it_took_is_rolled_back_too() throws Exception {
        release("1.0.0", "");
        Shell shell = opened("1.0.0");
        release("1.1.0", "window-awaited");
        shell.ask("check");
        assertThat(shell.fails("update", "culprit"))
                .contains("DT-START-001", "Culprit 1.1.0", "did not come back", "CulpritActivator.start");
        assertRunsAfterwards(shell, "culprit 1.1.0 was holding up the window");
    }

    @Test
    void an_update_whose_view_never_comes_back_from_opening_is_rolled_back_too() throws Exception {
        release("1.0.0", "");
        Shell shell = opened("1.0.0");
        release("1.1.0", "view");
        shell.ask("check");
        assertThat(shell.fails("update", "culprit"))
                .contains("DT-APPLY-004", "Culprit 1.1.0", "did not come back", "CulpritActivator.forEver");
        assertThat(shell.ask("bundles", NAME)).endsWith(":1.0.0").doesNotContain("1.1.0");
        assertRunsAfterwards(shell, "culprit 1.1.0 was holding up the window");
    }

    @Test
    void a_feature_that_takes_the_window_when_it_is_first_opened_is_gone_with_the_next_start() throws Exception {
        release("1.0.0", "window");
        Shell shell = shell();
        shell.ask("check");
        assertThat(shell.ask("begin", "culprit.note")).isEmpty();
        awaitHeldUp();
        assertThat(product.run("status").well().out()).contains("culprit 1.0.0");
        shell.process().destroyForcibly().onExit().join();
        assertThat(product.run("run", "--headless").well().out()).doesNotContain("culprit");
        assertThat(product.status()).containsEntry("features", List.of());
        assertThat(Json.texts(product.status(), "incidents", "code")).contains("DT-START-005", "DT-START-011");
        assertThat(Json.texts(product.status(), "failed", "version")).containsExactly("1.0.0");
    }

    @Test
    void a_process_that_ends_in_good_order_under_a_window_that_stands_still_takes_the_culprit_back_too()
            throws Exception {
        release("1.0.0", "");
        product.run("install", "culprit", "--repository", server.trusted()).well();
        try (Shell shell = opened("1.0.0")) {
            assertThat(shell.ask("bundles", NAME)).endsWith(":1.0.0");
        }
        release("1.1.0", "view");
        product.run("update", "culprit").well();
        try (Product.Started run = product.start(Map.of(), "run", "--headless")) {
            awaitHeldUp();
            run.process().destroy();
            assertThat(run.end(Duration.ofSeconds(30)).code()).isEqualTo(TERMINATED);
        }
        assertThat(product.run("run", "--headless").well().out()).contains("opened culprit.note");
        assertThat(Json.texts(product.status(), "features", "version")).containsExactly("1.0.0");
        assertThat(Json.texts(product.status(), "incidents", "code")).contains("DT-START-005", "DT-START-011");
    }

    private void awaitHeldUp() throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Files.exists(product.home().resolve("held-up"))) {
            assertThat(System.nanoTime()).as("noted in time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** Nothing in the process can free the window: somebody ends it. */
    private void assertRunsAfterwards(Shell shell, String told) throws Exception {
        awaitHeldUp();
        shell.process().destroyForcibly().onExit().join();
        try (Shell next = shell()) {
            next.ask("show", "culprit.note");
            next.ask("await", "#culprit-version", "Culprit 1.0.0");
        }
        assertThat(Json.texts(product.status(), "incidents", "message"))
                .anySatisfy(message -> assertThat(message).contains(told));
        assertThat(Json.texts(product.status(), "features", "version")).containsExactly("1.0.0");
    }
}
