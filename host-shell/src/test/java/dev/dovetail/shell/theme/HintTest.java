package dev.dovetail.shell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class HintTest {

    private final FxRobot robot = new FxRobot();
    private final Button button;
    private final Stage stage;

    HintTest() {
        ShellFixture.toolkit();
        button = ShellFixture.fx(() -> new Button("A button"));
        stage = ShellFixture.fx(Stage::new);
    }

    @BeforeEach
    void aWindow() {
        ShellFixture.run(() -> {
            stage.setScene(new Scene(new StackPane(button), 300, 200));
            stage.show();
        });
        robot.moveTo(0, 0);
    }

    @AfterEach
    void close() {
        ShellFixture.run(stage::close);
    }

    @Test
    void isAWindowOnlyWhenTheMouseCameAndSaysWhatWasSaidLast() {
        ShellFixture.run(() -> Hint.on(button, "First", Duration.millis(10)));
        ShellFixture.run(() -> Hint.on(button, "Second", Duration.millis(10)));
        assertThat(button.getTooltip()).isNull();
        assertThat(button.getAccessibleHelp()).isEqualTo("Second");

        robot.moveTo(button);
        ShellFixture.until("the tooltip", () -> shown().equals(List.of("Second")));

        ShellFixture.run(() -> Hint.on(button, "Third"));
        ShellFixture.until("the new text", () -> shown().equals(List.of("Third")));
        assertThat(button.getAccessibleHelp()).isEqualTo("Third");
    }

    private static List<String> shown() {
        return ShellFixture.fx(() -> Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList());
    }
}
