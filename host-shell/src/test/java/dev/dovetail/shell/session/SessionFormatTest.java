package dev.dovetail.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.api.Memento;
import dev.dovetail.federation.When;
import dev.dovetail.shell.theme.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionFormatTest {

    private static final Session FULL = new Session(
            Theme.DARK,
            Optional.of(new WindowBounds(-12.5, 40, 1440, 900, true)),
            List.of(
                    new OpenedView(
                            "charts.board", Memento.of("table", "a=b\n#c\\ ü").with("x", 3)),
                    new OpenedView("explorer.tables", Memento.EMPTY)),
            Optional.of("charts.board"),
            Map.of("charts", When.CLOSED, "explorer", When.START),
            Set.of("map"));

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(SessionFormat.read(SessionFormat.write(FULL))).isEqualTo(FULL);
        assertThat(SessionFormat.read(SessionFormat.write(Session.FRESH))).isEqualTo(Session.FRESH);
    }

    @Test
    void writesEqualSessionsAsEqualTextsWithoutADate() {
        assertThat(SessionFormat.write(FULL))
                .isEqualTo(SessionFormat.write(FULL))
                .doesNotContain("#Fri", "2026");
        assertThat(SessionFormat.write(Session.FRESH)).isEqualTo("format=1\ntheme=light\n");
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> SessionFormat.read("format=2\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("expected format=1, found format=2");
    }

    @Test
    void saysWhichNumberIsBroken() {
        String text = SessionFormat.write(FULL);
        assertThatThrownBy(() -> SessionFormat.read(text.replace("window.width=1440.0", "window.width=wide")))
                .hasMessage("expected a number as window.width, found: wide");
        assertThatThrownBy(() -> SessionFormat.read(text.replace("window.width=1440.0", "window.width=NaN")))
                .hasMessage("expected a finite number as window.width, found: NaN");
    }

    @Test
    void refusesABrokenEscape() {
        assertThatThrownBy(() -> SessionFormat.read("format=1\ntheme=\\u00zz\n"))
                .hasMessage("expected a properties file, found a broken escape");
    }
}
