package dev.dovetail.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import team.sample.CleanView;
import team.sample.ListenerView;
import team.sample.PopupView;
import team.sample.ThreadView;
import team.sample.ThrowingView;
import team.sample.TimelineView;

@ExtendWith(LeakExtension.class)
class LeakCheckTest {

    private static AssertionError leak(LeakCheck check, Class<? extends FeatureView> view) {
        AssertionError leak =
                catchThrowableOfType(AssertionError.class, () -> check.rounds(2).view(view));
        assertThat(leak).as("the leak of %s", view).isNotNull();
        assertThat(leak)
                .hasMessageStartingWith("Expected the classes of " + view.getName()
                        + " to leave memory once it was closed, but 2 of 2 stay. ")
                .hasMessageContaining(view.getName() + ", opened the ");
        return leak;
    }

    @Test
    void a_view_that_lets_go_of_everything_passes_and_is_worked_while_it_is_open(LeakCheck check) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        check.rounds(4)
                .with(Memento.of("text", "x"))
                .with(Values.of(Map.of("row", 1)))
                .whileOpen(node -> {
                    Label label = (Label) node.lookup(".label");
                    label.getOnMouseClicked().handle(null);
                    seen.incrementAndGet();
                })
                .view(CleanView.class);
        assertThat(seen).hasValue(4);
    }

    @Test
    void a_running_timeline_is_found(LeakCheck check) {
        assertThat(leak(check, TimelineView.class))
                .hasMessageContaining("is held by JavaFX")
                .hasMessageContaining("javafx.animation.Timeline");
    }

    @Test
    void an_open_popup_is_found(LeakCheck check) {
        assertThat(leak(check, PopupView.class))
                .hasMessageContaining("is held by JavaFX")
                .hasMessageContaining("com.sun.javafx.tk.quantum.WindowStage");
    }

    @Test
    void a_listener_on_what_outlives_the_view_is_found(LeakCheck check) {
        assertThat(leak(check, ListenerView.class)).hasMessageContaining("static javafx.stage.Screen.");
    }

    @Test
    void a_live_thread_is_found(LeakCheck check) {
        assertThat(leak(check, ThreadView.class)).hasMessageContaining("the thread \"runs-on\"");
    }

    @Test
    void what_a_view_throws_while_it_is_open_is_no_leak_and_no_success(LeakCheck check) {
        AssertionError fault = catchThrowableOfType(AssertionError.class, () -> check.view(ThrowingView.class));
        assertThat(fault).hasMessageContaining("threw while it was open").hasRootCauseMessage("no rows");
    }

    @Test
    void a_bundle_is_checked_as_it_is_released(LeakCheck check, @TempDir Path folder) throws Exception {
        Path jar = jar(folder);
        new LeakCheck().bundle(jar, CleanView.class.getName());
        AssertionError leak =
                catchThrowableOfType(AssertionError.class, () -> check.bundle(jar, TimelineView.class.getName()));
        assertThat(leak).hasMessageContaining("3 of 3 stay");
    }

    private static Path jar(Path folder) throws IOException {
        Path classes = Path.of("target/test-classes");
        Path jar = folder.resolve("sample.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes.resolve("team"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    @Test
    void at_least_one_round_is_needed(LeakCheck check) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.rounds(0))
                .withMessage("Expected at least one round, found 0");
    }
}
