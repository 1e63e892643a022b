package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature is replaced a hundred times while its view is open, in 128 MB: nothing is lost, nothing is left behind. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class LiveReplacementIT {

    private static final String CHARTS = "team.charts.feature";
    private static final List<String> STATE =
            List.of("#charts-table", "#charts-x", "#charts-title", "#charts-kind-bar", "#charts-kind-line");
    private static final int WARM = 20;
    private static final int TIMES = 100;
    /** A cure for JavaFX's memory of styles comes two seconds after each twentieth replacement. */
    private static final long CURE_MILLIS = 3_500;

    private static final double GROWTH_MB = 2.0;
    /** What only waits for memory to get short is no leak, so it is let go at each collection. */
    private static final List<String> FLAGS = List.of("-Xmx128m", "-XX:SoftRefLRUPolicyMSPerMB=0");

    private static final List<String> MUST_NOT_GROW =
            List.of("team.", "dev.dovetail.", "javafx.", "com.sun.javafx.", "org.kordamp.", "org.apache.felix.");
    /**
     * Felix 7.0.5 remembers each bundle that ever used another's service, without its class loader, until its process
     * ends ({@code ServiceRegistry.m_inUseMap}, a use of count 0). The shell remembers which versions it has told of.
     * JavaFX's layouts of texts are a cache with a limit of its own.
     */
    private static final List<String> MAY_GROW = List.of(
            "org.apache.felix.framework.",
            "dev.dovetail.shell.workbench.UpdateOffers$Offer",
            "com.sun.javafx.text.",
            "com.sun.javafx.geom.",
            "com.sun.javafx.font.",
            "[Lcom.sun.javafx.text.");

    /** Words in a corner of the window, which stay for up to twenty seconds. */
    private static final String TOAST = "dev.dovetail.shell.toasts.ToastCard";

    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final String REMEMBERED = "org.apache.felix.framework.BundleImpl";

    private final Java java;
    private TeamServer explorer;
    private TeamServer charts;
    private ChartsReleases releases;
    private Explorer view;
    private Shell shell;

    LiveReplacementIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void openAChart(@TempDir Path folder) throws Exception {
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        Site site = Site.charts(folder.resolve("charts"));
        charts = new TeamServer(site);
        releases = new ChartsReleases(site, folder);
        shell = Shell.open(java, folder.resolve("home"), FLAGS, explorer.trusted(), charts.trusted());
        view = Explorer.open(shell);
        view.chart();
        shell.ask("press", "#charts-kind-bar");
        shell.ask("await", "#charts-kind-bar", "selected");
        shell.ask("watch", CHARTS);
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
        explorer.close();
        charts.close();
    }

    @Test
    void a_hundred_replacements_keep_the_view_and_leave_nothing_behind() throws Exception {
        List<String> state = state(Collections.nCopies(STATE.size(), ""));
        List<Long> millis = new ArrayList<>();
        Sample warm = Sample.NONE;
        for (int number = 1; number <= TIMES; number++) {
            millis.add(replace(number));
            assertThat(state(state)).as("the chart after %s", number).isEqualTo(state);
            view.assertSameNodes();
            if (number == WARM) {
                warm = sample();
            }
        }
        Sample end = sample();
        String alive = shell.ask("alive", CHARTS);
        report(millis, warm, end, alive);
        view.assertUntouched();
        assertThat(alive).as("class loaders of replaced versions").isEmpty();
        assertThat(shell.ask("pending")).isEqualTo("0");
        assertThat(end.heapMb() - warm.heapMb()).as("growth of the heap, MB").isLessThan(GROWTH_MB);
        assertThat(end.histogram().inNumber(warm.histogram(), TIMES - WARM).stream()
                        .filter(LiveReplacementIT::leaks))
                .as("classes that grow with each replacement")
                .isEmpty();
        assertThat(end.histogram().growth(REMEMBERED, warm.histogram()).instances())
                .isLessThanOrEqualTo(TIMES - WARM);
    }

    @Test
    void a_version_that_something_holds_on_to_is_found() throws Exception {
        replace(1);
        shell.ask("hold", CHARTS);
        replace(2);
        replace(3);
        assertThat(shell.ask("alive", CHARTS))
                .endsWith(":" + ChartsReleases.version(1))
                .doesNotContain(" ");
    }

    private long replace(int number) throws Exception {
        charts.serve(releases.release(number));
        shell.ask("check");
        long begin = System.nanoTime();
        assertThat(shell.ask("update", "charts")).isEqualTo(ChartsReleases.version(number));
        long took = (System.nanoTime() - begin) / 1_000_000;
        shell.ask("await", "#charts-version", ChartsReleases.version(number));
        assertThat(shell.ask("bundles", CHARTS))
                .endsWith(":" + ChartsReleases.version(number))
                .doesNotContain(" ");
        shell.ask("watch", CHARTS);
        return took;
    }

    /** What the chart shows, once it shows this: the tables on offer are listed again a moment after a replacement. */
    private List<String> state(List<String> expected) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < STATE.size(); i++) {
            texts.add(shell.ask("await", STATE.get(i), expected.get(i)));
        }
        return texts;
    }

    private static boolean leaks(Histogram.Growth grown) {
        return MUST_NOT_GROW.stream().anyMatch(grown.type()::startsWith)
                && MAY_GROW.stream().noneMatch(grown.type()::startsWith);
    }

    private Sample sample() throws IOException, InterruptedException {
        Thread.sleep(CURE_MILLIS);
        shell.ask("alive", CHARTS);
        Histogram histogram = Histogram.of(shell.ask("histogram"));
        long end = System.nanoTime() + SETTLED.toNanos();
        while (histogram.instances(TOAST) > 0 && System.nanoTime() < end) {
            Thread.sleep(500);
            histogram = Histogram.of(shell.ask("histogram"));
        }
        return new Sample(histogram, Long.parseLong(shell.ask("metaspace")));
    }

    private void report(List<Long> millis, Sample warm, Sample end, String alive) throws IOException {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        String text = String.format(
                Locale.ROOT,
                "%s, %d replacements%n"
                        + "update ms: median %d, p90 %d, most %d%n"
                        + "heap MB after %d / %d: %.2f / %.2f; metaspace MB: %.2f / %.2f%n"
                        + "class loaders alive: [%s]%n"
                        + "grown by 50 kB or more:%n%s%ngrown by an instance each time or more:%n%s%n",
                java,
                TIMES,
                sorted[TIMES / 2],
                sorted[TIMES * 9 / 10],
                sorted[TIMES - 1],
                WARM,
                TIMES,
                warm.heapMb(),
                end.heapMb(),
                warm.metaspaceMb(),
                end.metaspaceMb(),
                alive,
                lines(end.histogram().inBytes(warm.histogram(), 50_000)),
                lines(end.histogram().inNumber(warm.histogram(), TIMES - WARM)));
        Files.writeString(Checkout.reports().resolve("live-replacement-" + java.feature() + ".txt"), text);
        if (!alive.isEmpty()) {
            Path dump = Checkout.reports().resolve("live-replacement-" + java.feature() + ".hprof");
            Files.deleteIfExists(dump);
            shell.ask("dump", dump.toString());
        }
    }

    private static String lines(List<Histogram.Growth> grown) {
        return grown.stream().map(one -> "  " + one + "\n").collect(Collectors.joining());
    }

    private record Sample(Histogram histogram, long metaspace) {

        static final Sample NONE = new Sample(Histogram.of(""), 0);

        double heapMb() {
            return histogram.bytes() / 1e6;
        }

        double metaspaceMb() {
            return metaspace / 1e6;
        }
    }
}
