package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellLifeTest {

    private final Path directory;

    ShellLifeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final Map<String, NoteView> made = new ConcurrentHashMap<>();

    private ShellFixture shell() {
        ShellFixture shell = new ShellFixture(directory);
        shell.federation.offer(
                feature("a", "A", "box", "", "", new Installed("1.0.0")),
                feature("b", "B", "box", "", "", new Installed("1.0.0")),
                feature("c", "C", "box", "", "", new Installed("1.0.0")));
        for (String id : new String[] {"a", "b", "c"}) {
            shell.services.view(id + ".main", active -> {
                NoteView view = ShellFixture.fx(() -> new NoteView("1.0.0", Trap.NOWHERE));
                made.put(id, view);
                return view;
            });
        }
        return shell;
    }

    private NoteView made(String id) {
        NoteView view = made.get(id);
        if (view == null) {
            throw new AssertionError("not made: " + id);
        }
        return view;
    }

    private String text(String id) {
        ShellFixture.until(id, () -> made.containsKey(id) && made(id).calls.size() > 1);
        return ShellFixture.fx(() -> made(id).text.getText());
    }

    private void workAndLeave() throws Exception {
        try (ShellFixture shell = shell().start()) {
            shell.show("a.main");
            shell.show("b.main");
            shell.show("c.main");
            ShellFixture.run(() -> made("a").text.setText("first"));
            ShellFixture.run(() -> made("b").text.setText("second"));
            shell.fire("#theme-toggle");
            shell.show("b.main");
        }
        made.clear();
    }

    @Test
    void tellsTheDesktopWhichThemeItHas() throws Exception {
        try (ShellFixture shell = shell().start()) {
            ShellFixture.until("light", () -> shell.desktop.theme().contains("primer-light"));
            shell.fire("#theme-toggle");
            ShellFixture.until("dark", () -> shell.desktop.theme().contains("primer-dark"));
        }
    }

    @Test
    void findsEverythingAgainAtTheNextStart() throws Exception {
        workAndLeave();
        try (ShellFixture shell = shell().start()) {
            assertThat(text("b")).isEqualTo("second");
            assertThat(text("a")).isEqualTo("first");
            assertThat(text("c")).isEqualTo("version 1.0.0");
            assertThat(shell.texts(".tab-title")).containsExactly("Features", "A", "B", "C");
            assertThat(shell.node("#view-b-main").isVisible()).isTrue();
            assertThat(shell.node("#view-a-main").isVisible()).isFalse();
            assertThat(shell.texts("#status-theme")).containsExactly("Dark");
        }
    }

    @Test
    void doesNotDownloadForATabWhoseFeatureIsGone() throws Exception {
        workAndLeave();
        try (ShellFixture shell = shell()) {
            shell.federation.offer(feature("b", "B", "box", "", "", new Available("1.0.0")));
            shell.start();
            assertThat(text("a")).isEqualTo("first");
            assertThat(shell.has("#tab-b-main")).isFalse();
            assertThat(shell.toasts()).contains("Not reopened, because no installed feature has it: b.main");
            assertThat(shell.federation.active("b")).isEmpty();
        }
    }

    @Test
    void explainsHowToBeginWithoutARepository() throws Exception {
        try (ShellFixture shell = new ShellFixture(directory)) {
            shell.federation.repositories(List.of());
            shell.start();
            assertThat(shell.texts(".empty-title")).containsExactly("No repository yet");
            assertThat(shell.texts("#status-connection")).containsExactly("No repository");
        }
    }

    @Test
    void startsFreshWhenTheSessionCannotBeReadAndSaysSo() throws Exception {
        Path own = Files.createDirectories(directory.resolve(Shell.NAME));
        Files.writeString(own.resolve("session.properties"), "format=9\n");
        try (ShellFixture shell = shell().start()) {
            ShellFixture.until("the toast", () -> shell.toasts().stream()
                    .anyMatch(text -> text.startsWith("The last session could not be read")));
            assertThat(shell.all(".tab-header")).hasSize(1);
        }
    }

    @Test
    void savesAndExitsWhenThePersonClosesTheWindow() throws Exception {
        try (ShellFixture shell = shell().start()) {
            shell.show("a.main");
            Stage stage = shell.stage();
            ShellFixture.run(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            assertThat(shell.desktop.wasExited()).isTrue();
            assertThat(made("a").calls).endsWith("close");
            assertThat(shell.services.leased()).isZero();
            assertThat(directory.resolve(Shell.NAME).resolve("session.properties"))
                    .content()
                    .contains("selected=a.main");
        }
    }

    @Test
    void releasesEverythingWhenItIsStopped() throws Exception {
        ShellFixture shell = shell().start();
        shell.show("a.main");
        Stage stage = shell.stage();
        shell.stop();
        assertThat(stage.isShowing()).isFalse();
        assertThat(shell.services.leased()).isZero();
        assertThat(shell.federation.followers()).isZero();
        shell.stop();
        shell.close();
    }

    @Test
    void stopsWithinSecondsEvenWhileTheWindowIsBusyAndClosesLater() throws Exception {
        ShellFixture shell = shell().start();
        shell.show("a.main");
        Stage stage = shell.stage();
        CountDownLatch busy = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long begin = System.nanoTime();
        shell.stop();
        assertThat((System.nanoTime() - begin) / 1_000_000_000).isBetween(4L, 9L);
        busy.countDown();
        ShellFixture.until("the window's end", () -> ShellFixture.fx(() -> !stage.isShowing()));
        assertThat(made("a").calls).endsWith("close");
        shell.close();
    }

    @Test
    void showsNoWindowWhenItIsStoppedBeforeItCouldOpenOne() throws Exception {
        ShellFixture shell = shell();
        CountDownLatch busy = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread starter = new Thread(() -> {
            try {
                shell.start();
            } catch (Exception | AssertionError expected) {
                Thread.currentThread().interrupt();
            }
        });
        starter.setDaemon(true);
        starter.start();
        Thread.sleep(100);
        Thread stopper = new Thread(shell::stop);
        stopper.start();
        Thread.sleep(100);
        busy.countDown();
        stopper.join(10_000);
        assertThat(stopper.isAlive()).isFalse();
        assertThat(ShellFixture.fx(() -> javafx.stage.Window.getWindows().size()))
                .isZero();
        shell.close();
    }
}
