package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static Told told(String... lines) {
        return Told.in(new StringReader(String.join("\n", lines)));
    }

    @Test
    void keepsTheSamplesOfEachNameInTheirOrder() {
        Told told = told("beside 2.0", "place 3.5", "beside 1.0");
        assertThat(told.samples("beside").values()).containsExactly(2.0, 1.0);
        assertThat(told.samples("place").values()).containsExactly(3.5);
    }

    @Test
    void whatWasNeverToldHasNoFigure() {
        assertThatThrownBy(() -> told("beside 2.0").samples("place")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProgramThatFailsIsNoMeasurement() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThatThrownBy(() -> Told.by(new ProcessBuilder(java, "no.such.Program").start()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exit code 1");
    }

    @Test
    void changesAreComparedWithinTheirRounds() {
        List<Figure> figures = Changing.figures(told(
                "install 30",
                "install 20",
                "plain-install 10",
                "plain-install 20",
                "install-painting 5",
                "update 30",
                "plain-update 10",
                "update-painting 5"));
        assertThat(figures.get(0).samples().values()).containsExactly(3.0, 1.0);
        assertThat(figures.stream().filter(Figure::missed).map(Figure::name))
                .containsExactly("install one feature, running, CPU", "update one feature, running, CPU");
    }

    @Test
    void pinsThatCostTooMuchAreMissed() {
        assertThat(Pinning.figures(told("held 103", "free 100")).get(2).missed())
                .isFalse();
        assertThat(Pinning.figures(told("held 107", "free 100")).get(2).missed())
                .isTrue();
    }

    @Test
    void aGuardThatCostsTooMuchIsMissed() {
        assertThat(Guarding.figures(told("guarded 101", "bare 100")).get(2).missed())
                .isFalse();
        assertThat(Guarding.figures(told("guarded 103", "bare 100")).get(2).missed())
                .isTrue();
    }
}
