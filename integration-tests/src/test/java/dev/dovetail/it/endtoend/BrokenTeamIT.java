package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** In a running window one team's repository is broken: the other team's view goes on as if nothing were. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class BrokenTeamIT {

    private static final String JAR = ".jar";

    private final Java java;
    private TeamServer explorer;
    private Site site;
    private TeamServer charts;
    private Explorer view;
    private Shell shell;

    BrokenTeamIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void openTheOtherTeamsView(@TempDir Path folder) throws Exception {
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        site = Site.charts(folder.resolve("charts"));
        charts = new TeamServer(site);
        shell = Shell.open(java, folder.resolve("home"), List.of(), explorer.trusted(), charts.trusted());
        view = Explorer.open(shell);
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
        explorer.close();
        charts.close();
    }

    @Test
    void a_view_that_cannot_be_had_leaves_an_explanation_and_a_way_to_try_again() throws Exception {
        charts.turn(Trouble.at(JAR, Trouble.bytes(Trouble::flipped)));
        shell.ask("press", "#rail-charts-board");
        assertThat(shell.ask("await", "#view-charts-board .error-message", "SHA-256"))
                .contains(charts.url());
        shell.ask("await", "#view-charts-board .error-code", "DT-FETCH-007");
        assertThat(shell.ask("bundles", "team.charts.feature")).isEmpty();
        view.assertUntouched();

        charts.turn(Trouble.at(JAR, Trouble.status(404)));
        shell.ask("press", "#view-charts-board #error-retry");
        shell.ask("await", "#view-charts-board .error-message", "found 404");
        view.assertUntouched();

        charts.turn(Trouble.NONE);
        shell.ask("press", "#view-charts-board #error-retry");
        shell.ask("await", "#view-charts-board #charts-version", "1.0.0");
        shell.ask("gone", "#error-retry");
        view.assertUntouched();
    }

    @Test
    void an_update_that_cannot_be_had_leaves_the_running_version_as_it_is() throws Exception {
        view.chart();
        String before = shell.ask("bundles", "team.charts.feature");
        shell.ask("mark", "#charts-version");
        shell.ask("mark", "#charts-chart");
        site.publish(Checkout.bundles("charts-next"));
        charts.turn(Trouble.at(JAR, Trouble.bytes(Trouble::flipped)));
        shell.ask("check");
        assertThat(shell.fails("update", "charts")).contains("DT-FETCH-007", "SHA-256", "hint: ", charts.url());
        assertRunningStill(before);

        charts.turn(Trouble.at(JAR, Trouble.silence()));
        shell.ask("press", "#rail-features");
        shell.ask("press", "#feature-charts-update");
        view.assertUntouched();
        shell.ask("await", ".toast-text", "No answer within");
        assertRunningStill(before);

        charts.turn(Trouble.NONE);
        assertThat(shell.ask("update", "charts")).isEqualTo("1.1.0");
        shell.ask("await", "#charts-version", "1.1.0");
        assertThat(shell.ask("bundles", "team.charts.feature")).doesNotContain(before);
        view.assertUntouched();
    }

    private void assertRunningStill(String bundle) throws Exception {
        assertThat(shell.ask("bundles", "team.charts.feature")).isEqualTo(bundle);
        assertThat(shell.ask("same", "#charts-version")).isEqualTo("true");
        assertThat(shell.ask("same", "#charts-chart")).isEqualTo("true");
        view.assertUntouched();
    }
}
