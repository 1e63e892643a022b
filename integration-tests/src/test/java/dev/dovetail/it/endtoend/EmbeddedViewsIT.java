package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A dashboard of two other teams' views, of which it knows no class. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class EmbeddedViewsIT {

    private static final String CHARTS = "team.charts.feature";
    private static final String DASHBOARD = "team.dashboard.feature";
    private static final int TIMES = 50;

    private final Java java;
    private Path folder;
    private Product product;
    private TeamServer explorer;
    private TeamServer charts;
    private TeamServer dashboard;
    private Site chartsSite;
    private Site dashboardSite;

    EmbeddedViewsIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        product = new Product(java, folder.resolve("home"));
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        chartsSite = Site.charts(folder.resolve("charts"));
        charts = new TeamServer(chartsSite);
        dashboardSite = Site.dashboard(folder.resolve("dashboard"));
        dashboard = new TeamServer(dashboardSite);
    }

    @AfterEach
    void close() {
        explorer.close();
        charts.close();
        dashboard.close();
    }

    private Shell open() throws Exception {
        return Shell.open(
                java,
                folder.resolve("home"),
                List.of("-Xmx256m", "-XX:SoftRefLRUPolicyMSPerMB=0"),
                explorer.trusted(),
                charts.trusted(),
                dashboard.trusted());
    }

    private static void awaitBoard(Shell shell) throws Exception {
        shell.ask("press", "#rail-dashboard-board");
        shell.ask("await", "#explorer-status", " rows");
        shell.ask("await", "#charts-title", "co2_ppm");
    }

    @Test
    void what_a_board_embeds_is_fetched_with_it_updated_live_and_leaves_a_way_back_when_it_is_removed()
            throws Exception {
        try (Shell shell = open()) {
            assertThat(charts.jarRequests()).isEmpty();
            awaitBoard(shell);
            assertThat(charts.jarRequests()).contains("team.charts.feature-1.0.0.jar");
            assertThat(explorer.jarRequests()).contains("team.explorer.feature-1.0.0.jar");
            assertThat(dashboard.jarRequests()).containsExactly("team.dashboard.feature-1.0.0.jar");
            shell.ask("mark", "#explorer-result");

            chartsSite.publish(Checkout.bundles("charts-next"));
            shell.ask("check");
            assertThat(shell.ask("update", "charts")).isEqualTo("1.1.0");
            shell.ask("await", "#charts-version", "1.1.0");
            shell.ask("await", "#charts-title", "co2_ppm");
            assertThat(shell.ask("same", "#explorer-result")).isEqualTo("true");

            product.run("remove", "charts").well();
            assertThat(shell.ask("await", ".embed-title", "was removed")).isEqualTo("Charts was removed");
            assertThat(shell.ask("visible", "#explorer-result")).isEqualTo("true");
            shell.ask("press", ".embed-again");
            shell.ask("await", "#charts-version", "1.1.0");
            shell.ask("await", "#charts-title", "co2_ppm");
        }
    }

    @Test
    void a_repository_that_is_down_leaves_a_panel_with_a_retry_and_the_rest_works() throws Exception {
        product.run(
                        "install",
                        "dashboard",
                        "--repository",
                        dashboard.trusted(),
                        "--repository",
                        explorer.trusted(),
                        "--repository",
                        charts.trusted())
                .well();
        charts.turn(Trouble.status(503));
        try (Shell shell = Shell.open(java, folder.resolve("home"), List.of())) {
            shell.ask("press", "#rail-dashboard-board");
            shell.ask("await", "#explorer-status", " rows");
            assertThat(shell.ask("await", ".embed-title", "Charts")).isEqualTo("Charts could not be opened");
            assertThat(shell.ask("await", ".embed-message", "")).isNotBlank();

            charts.turn(Trouble.NONE);
            shell.ask("press", ".embed-again");
            shell.ask("await", "#charts-title", "co2_ppm");
        }
    }

    @Test
    void fifty_updates_of_either_side_leave_no_class_loader_behind() throws Exception {
        try (Shell shell = open()) {
            awaitBoard(shell);
            shell.ask("watch", CHARTS);
            shell.ask("watch", DASHBOARD);
            Releases releases = ChartsReleases.of(chartsSite, folder);
            for (int number = 1; number <= TIMES; number++) {
                charts.serve(releases.release(number));
                dashboard.serve(dashboardRelease(number));
                shell.ask("check");
                assertThat(shell.ask("update", "charts")).isEqualTo(Releases.version(number));
                assertThat(shell.ask("update", "dashboard")).isEqualTo("1.0." + number);
                shell.ask("await", "#charts-version", Releases.version(number));
                shell.ask("watch", CHARTS);
                shell.ask("watch", DASHBOARD);
            }
            shell.ask("await", "#charts-title", "co2_ppm");
            shell.ask("await", "#explorer-status", " rows");
            Thread.sleep(3_500); // A cure for JavaFX's memory of styles comes two seconds after each twentieth.
            // What is watched of the other one is its running version alone.
            assertThat(shell.ask("alive", CHARTS)).as("replaced charts").isEqualTo(shell.ask("bundles", DASHBOARD));
            assertThat(shell.ask("alive", DASHBOARD)).as("replaced dashboards").isEqualTo(shell.ask("bundles", CHARTS));
            assertThat(shell.ask("pending")).isEqualTo("0");
        }
    }

    private Path dashboardRelease(int number) throws Exception {
        dashboardSite.refresh("dashboard");
        Path to = folder.resolve("dashboard-" + number);
        Folder.copy(dashboardSite.folder(), to);
        Path first = Checkout.bundles("dashboard").get(0);
        Path jar = folder.resolve(DASHBOARD + "-1.0." + number + ".jar");
        Files.write(jar, ChartsReleases.rewritten(first, "1.0." + number));
        new Site(to, dashboardSite.keyFolder()).publish(List.of(jar));
        return to;
    }

    @Test
    void either_sample_is_the_host_and_pulls_the_other_in() throws Exception {
        for (String[] pair : new String[][] {{"charts", "explorer/tables"}, {"explorer", "charts/board"}}) {
            Path pictures = folder.resolve("pictures-" + pair[0]);
            Product alone = new Product(java, folder.resolve("home-" + pair[0]));
            Ended ended = alone.run(
                            "run",
                            "--feature",
                            pair[0],
                            "--headless",
                            "--screenshots",
                            pictures.toString(),
                            "--open",
                            pair[1],
                            "--repository",
                            explorer.trusted(),
                            "--repository",
                            charts.trusted())
                    .well();
            assertThat(ended.out()).contains("opened " + pair[0] + ".", "opened " + pair[1]);
            assertThat(Folder.files(pictures, ".png")).hasSize(2);
            assertThat(Json.texts(alone.status(), "features", "id")).containsExactlyInAnyOrder("charts", "explorer");
        }
    }

    @Test
    void a_route_opens_in_the_window_that_is_there() throws Exception {
        try (Shell shell = open()) {
            Ended opened = product.run("open", "charts/board?kind=bar").well();
            assertThat(opened.out()).contains("Opened charts/board?kind=bar.");
            assertThat(shell.ask("visible", "#view-charts-board")).isEqualTo("true");
            product.run("open", "maps/world").refused("DT-ROUTE-002");
            product.run("open", "charts/nowhere").refused("DT-ROUTE-003", "charts/board");
            product.run("open", "charts/board?a=%zz").refused("DT-ROUTE-001");
        }
    }
}
