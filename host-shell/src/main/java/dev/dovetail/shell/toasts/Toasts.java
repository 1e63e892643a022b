package dev.dovetail.shell.toasts;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.shell.theme.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The stack of toasts. What is said twice is shown once, at most four are shown, and each leaves by itself; errors and
 * those with a button stay longer, and all stay while the mouse is on them. JavaFX application thread only.
 */
public final class Toasts extends VBox {

    private static final int MOST = 4;
    private static final Duration IN = Duration.millis(180);
    private static final Duration OUT = Duration.millis(140);

    private final List<ToastCard> shown = new ArrayList<>();
    private final Motion motion;

    /** @param motion how they come and go */
    public Toasts(Motion motion) {
        this.motion = motion;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** @param toast what to show */
    public void show(Toast toast) {
        same(toast).ifPresent(this::dismiss);
        while (shown.size() >= MOST) {
            dismiss(shown.get(0));
        }
        ToastCard card = new ToastCard(toast, this::dismiss);
        shown.add(card);
        getChildren().add(card);
        motion.enter(card, 16, IN);
        leaveLater(card, stay(toast));
    }

    /** @param toast what no longer holds: it leaves at once when it is shown */
    public void withdraw(Toast toast) {
        same(toast).ifPresent(this::dismiss);
    }

    private Optional<ToastCard> same(Toast toast) {
        return shown.stream()
                .filter(card -> card.toast().notice().equals(toast.notice()))
                .findFirst();
    }

    private void leaveLater(ToastCard card, Duration stay) {
        PauseTransition pause = new PauseTransition(stay);
        pause.setOnFinished(finished -> dismiss(card));
        card.hoverProperty().addListener((hover, was, is) -> {
            if (is) {
                pause.stop();
            } else if (shown.contains(card)) {
                pause.playFromStart();
            }
        });
        pause.play();
    }

    private static Duration stay(Toast toast) {
        boolean important = !toast.actions().isEmpty() || toast.notice().level() == Level.ERROR;
        return Duration.seconds(important ? 20 : toast.notice().level() == Level.WARNING ? 10 : 6);
    }

    private void dismiss(ToastCard card) {
        if (shown.remove(card)) {
            motion.fadeOut(card, OUT, () -> getChildren().remove(card));
        }
    }
}
