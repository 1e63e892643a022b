package dev.dovetail.api;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.osgi.annotation.versioning.ProviderType;

/** What the shell offers one open view. */
@ProviderType
public interface ViewContext extends ShellContext {

    /**
     * What the view is opened with: the state that its predecessor {@linkplain FeatureView#save saved}, or the parameters
     * of {@link ShellContext#show}.
     *
     * @return {@link Memento#EMPTY} when it is opened afresh
     */
    Memento memento();

    /**
     * What the view was asked to show: the parameters of its {@linkplain ShellContext#navigate route}, or those of the view
     * that {@linkplain #embed embeds} it. State in the {@link #memento} is younger than they are.
     *
     * @return {@link Values#EMPTY} when there are none
     */
    Values parameters();

    /**
     * Takes another view, of this or of any other feature, into this one, by name and without a link to its classes. The
     * answer is a place that is filled as soon as it can be: the feature is installed first if it isn't there, and what
     * the person sees meanwhile, or when it can't be had, is the shell's. What the other view throws doesn't reach this
     * one. When its feature is updated, the new version takes the place over with its state, in the same instant as its
     * other views. When this view is updated, what it embeds stays open and moves to the next version, which asks for it
     * under the same {@linkplain Embedding#named name} from within {@link FeatureView#open}.
     *
     * <p>JavaFX application thread only. A view can't be within itself, however far down, and four views deep is the
     * limit; the place says so instead of a view. A view has at most 64 of them.
     *
     * @param wish which view, and what it is given
     * @return its place
     * @throws IllegalStateException when this view is closed, or has too many places
     */
    Embedded embed(Embedding wish);

    /**
     * The same without any more wishes.
     *
     * @param viewId the {@linkplain View#id id} of the view
     * @param parameters what it is given
     * @return its place
     */
    default Embedded embed(String viewId, Values parameters) {
        return embed(Embedding.of(viewId).with(parameters));
    }

    /**
     * Tells the view that embeds this one that something happened, such as a row being selected. Nobody hears it when no
     * view does. May be called from any thread.
     *
     * @param event a name that the feature documents, like {@code selection}
     * @param values what it tells
     */
    void emit(String event, Values values);

    /**
     * Changes the text on the view's tab, for instance to the name of the file it shows.
     *
     * @param title the text; empty for the title of the {@link View} annotation
     */
    void title(String title);

    /**
     * Has an animation stop with the view; one that runs on would keep the view in memory.
     *
     * @param animation the animation, running or not
     */
    default void own(Animation animation) {
        own(() -> animation.stop());
    }

    /**
     * Has a window be hidden with the view: a dialog, a popup, a second stage.
     *
     * @param window the window, showing or not
     */
    default void own(Window window) {
        own(() -> window.hide());
    }

    /**
     * Listens to a value that outlives the view, such as the size of the window, for as long as the view is open.
     *
     * @param value what to listen to
     * @param listener told of each change
     * @param <T> what it is
     */
    default <T> void listen(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        own(() -> value.removeListener(listener));
    }

    /**
     * Does something again and again for as long as the view is open. JavaFX application thread only.
     *
     * @param interval how long to wait before the first time, and between two
     * @param task what to do, on the JavaFX application thread
     */
    default void every(Duration interval, Runnable task) {
        KeyFrame turn =
                new KeyFrame(javafx.util.Duration.millis((double) interval.toMillis()), ended -> ui().execute(task));
        Timeline timer = new Timeline(turn);
        own(timer);
        timer.setCycleCount(Animation.INDEFINITE);
        timer.play();
    }
}
