package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version that goes takes with it, whether it thought of it or not. */
class DepartureTest {

    private final Map<String, OwnView> made = new ConcurrentHashMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final NotesScene scene;
    private final ShellFixture shell;
    private Active old = new Active("", "", 0);
    private Active next = old;

    DepartureTest(@TempDir Path directory) {

        scene = NotesScene.withA(directory, this::make);
        shell = scene.shell;
    }

    @BeforeEach
    void openAView() throws Exception {
        scene.open("notes.a");
        old = scene.old();
        next = scene.next();
    }

    private OwnView make(Active active) {
        OwnView view = ShellFixture.fx(() -> new OwnView(active.version()));
        made.put(active.version(), view);
        return view;
    }

    private final class OwnView implements FeatureView {

        private final TextArea text = new TextArea();
        private final CompletableFuture<ViewContext> context = new CompletableFuture<>();
        private final String version;

        OwnView(String version) {
            this.version = version;
        }

        @Override
        public Node open(ViewContext given) {
            context.complete(given);
            return text;
        }

        @Override
        public void close() {
            order.add("view " + version);
        }
    }

    private OwnView view() {
        return Objects.requireNonNull(made.get("1.0.0"));
    }

    private ViewContext context() {
        return view().context.join();
    }

    private void replace() throws Exception {
        shell.workbench().handOver(old, next);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void what_the_context_owns_ends_after_the_view_the_last_one_first() throws Exception {
        AutoCloseable first = () -> order.add("first");
        AutoCloseable second = () -> order.add("second");
        assertThat(context().own(first)).isSameAs(first);
        context().own(second);
        replace();
        assertThat(order).containsExactly("view 1.0.0", "second", "first");
    }

    @Test
    void what_is_handed_over_too_late_ends_at_once_and_what_it_throws_is_the_features_fault() throws Exception {
        ViewContext context = context();
        context.own(() -> {
            throw new IllegalStateException("stuck");
        });
        replace();
        ShellFixture.until("the toast", () -> shell.toasts().contains("Notes had a problem: stuck"));
        context.own(() -> order.add("late"));
        ShellFixture.until("the late one", () -> order.contains("late"));
    }

    @Test
    void animations_timers_listeners_and_windows_end_with_the_view() throws Exception {
        SimpleStringProperty value = new SimpleStringProperty("");
        AtomicInteger turns = new AtomicInteger();
        Timeline timeline = ShellFixture.fx(Timeline::new);
        Stage dialog = ShellFixture.fx(Stage::new);
        // Without a window manager, a window without a scene ends all painting.
        ShellFixture.run(() -> dialog.setScene(new javafx.scene.Scene(new StackPane())));
        ShellFixture.run(() -> {
            timeline.getKeyFrames().add(new javafx.animation.KeyFrame(javafx.util.Duration.seconds(100)));
            context().own(timeline);
            timeline.play();
            context().own(dialog);
            dialog.show();
            context().listen(value, (observed, was, is) -> order.add("heard " + is));
            context().every(Duration.ofMillis(20), turns::incrementAndGet);
            value.set("before");
        });
        ShellFixture.until("turns of the timer", () -> turns.get() > 2);
        replace();
        ShellFixture.run(() -> value.set("after"));
        assertThat(timeline.getStatus()).isEqualTo(Animation.Status.STOPPED);
        assertThat(ShellFixture.fx(dialog::isShowing)).isFalse();
        assertThat(order).containsExactly("heard before", "view 1.0.0");
        // Those that were on their way have come.
        ShellFixture.run(() -> {});
        int then = turns.get();
        Thread.sleep(200);
        assertThat(turns).hasValue(then);
    }

    @Test
    void a_popup_on_a_node_of_the_view_and_a_window_with_a_node_of_the_version_are_hidden_and_no_others()
            throws Exception {
        Popup popup = ShellFixture.fx(Popup::new);
        Stage forgotten = ShellFixture.fx(() -> stage(new OwnLabel()));
        Stage foreign = ShellFixture.fx(() -> stage(new Label("of another feature")));
        EventHandler<ActionEvent> handler = pressed -> order.add("pressed");
        Stage handled = ShellFixture.fx(() -> {
            Button button = new Button("plain");
            button.setOnAction(handler);
            return stage(button);
        });
        shell.services.define("1.0.0", OwnLabel.class);
        shell.services.define("1.0.0", handler.getClass());
        ShellFixture.run(() -> {
            popup.getContent().add(new Label("a hint"));
            popup.show(view().text, 0, 0);
        });
        replace();
        assertThat(ShellFixture.fx(popup::isShowing)).isFalse();
        assertThat(ShellFixture.fx(forgotten::isShowing)).isFalse();
        assertThat(ShellFixture.fx(handled::isShowing)).isFalse();
        assertThat(ShellFixture.fx(foreign::isShowing)).isTrue();
        ShellFixture.run(foreign::hide);
    }

    private static Stage stage(Node node) {
        Stage stage = new Stage();
        stage.setScene(new javafx.scene.Scene(new StackPane(node)));
        stage.show();
        return stage;
    }

    private static final class OwnLabel extends Label {}

    @Test
    void a_key_of_the_window_that_the_version_took_is_given_back() throws Exception {
        Runnable action = () -> order.add("pressed");
        shell.services.define("1.0.0", action.getClass());
        KeyCombination key = KeyCombination.valueOf("Shortcut+J");
        var scene = shell.scene();
        int before = ShellFixture.fx(() -> scene.getAccelerators().size());
        ShellFixture.run(() -> scene.getAccelerators().put(key, action));
        replace();
        assertThat(ShellFixture.fx(() -> scene.getAccelerators().containsKey(key)))
                .isFalse();
        assertThat(ShellFixture.fx(() -> scene.getAccelerators().size())).isEqualTo(before);
    }

    @Test
    void work_in_the_background_goes_on_when_a_tab_is_closed_and_is_interrupted_when_its_version_goes()
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ViewContext context = context();
        context.background().execute(() -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new IllegalStateException("interrupted", e);
            }
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        shell.fire("#tab-notes-a .tab-close");
        assertThat(interrupted.await(300, TimeUnit.MILLISECONDS)).isFalse();
        replace();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        context.background().execute(() -> order.add("from beyond"));
        shell.show("notes.a");
        assertThat(shell.toasts()).noneMatch(toast -> toast.contains("interrupted"));
        assertThat(order).doesNotContain("from beyond");
    }
}
