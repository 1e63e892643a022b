package dev.dovetail.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ViewContextTest {

    private final Context context = new Context();

    /** Keeps what it owns, and ends it when told to. */
    private static final class Context implements ViewContext {

        private final Deque<AutoCloseable> owned = new ArrayDeque<>();

        void end() throws Exception {
            while (!owned.isEmpty()) {
                owned.pop().close();
            }
        }

        @Override
        public <R extends AutoCloseable> R own(R resource) {
            owned.push(resource);
            return resource;
        }

        @Override
        public Memento memento() {
            return Memento.EMPTY;
        }

        @Override
        public Values parameters() {
            return Values.EMPTY;
        }

        @Override
        public Embedded embed(Embedding wish) {
            throw new UnsupportedOperationException(wish.viewId());
        }

        @Override
        public void emit(String event, Values values) {}

        @Override
        public void title(String title) {}

        @Override
        public CompletionStage<Void> show(String viewId, Memento parameters) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> navigate(String route) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void notify(Notice notice) {}

        @Override
        public Path dataDirectory() {
            return Path.of("");
        }

        @Override
        public Executor ui() {
            return Runnable::run;
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }
    }

    @Test
    void a_listener_hears_of_changes_until_the_view_is_closed() throws Exception {
        SimpleStringProperty value = new SimpleStringProperty("");
        List<String> heard = new ArrayList<>();
        context.listen(value, (observed, was, is) -> heard.add(is));
        value.set("before");
        context.end();
        value.set("after");
        assertThat(heard).containsExactly("before");
    }

    @Test
    void an_animation_stops_with_the_view() throws Exception {
        Timeline timeline = new Timeline(new KeyFrame(javafx.util.Duration.seconds(60)));
        onFx(() -> {
            context.own(timeline);
            timeline.play();
        });
        assertThat(timeline.getStatus()).isEqualTo(Animation.Status.RUNNING);
        onFx(context::end);
        assertThat(timeline.getStatus()).isEqualTo(Animation.Status.STOPPED);
    }

    @Test
    void a_timer_runs_until_the_view_is_closed() throws Exception {
        CountDownLatch thrice = new CountDownLatch(3);
        AtomicInteger turns = new AtomicInteger();
        onFx(() -> context.every(Duration.ofMillis(10), () -> {
            turns.incrementAndGet();
            thrice.countDown();
        }));
        assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
        onFx(context::end);
        int then = turns.get();
        Thread.sleep(100);
        assertThat(turns).hasValue(then);
    }

    @Test
    void a_window_is_hidden_with_the_view() throws Exception {
        List<Stage> stages = new ArrayList<>();
        onFx(() -> {
            Stage stage = new Stage();
            stages.add(stage);
            context.own(stage);
            stage.show();
        });
        assertThat(stages.get(0).isShowing()).isTrue();
        onFx(context::end);
        assertThat(stages.get(0).isShowing()).isFalse();
    }

    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    private static void onFx(Task task) throws Exception {
        FutureTask<Boolean> future = new FutureTask<>(() -> {
            task.run();
            return true;
        });
        Platform.runLater(future);
        assertThat(future.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        Platform.setImplicitExit(false);
    }
}
