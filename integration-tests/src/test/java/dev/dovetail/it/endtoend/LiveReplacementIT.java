package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.repository.Charter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A feature is replaced again and again while its view is open, in 128 MB: no pulse is without it, no key is lost beside
 * it, and nothing is left behind. A hundred times, or as often as {@code dovetail.replacements} says.
 */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class LiveReplacementIT {

    private static final String REPLAY = ReplayBundle.NAME;
    private static final int TIMES = Integer.getInteger("dovetail.replacements", 100);
    private static final int WARM = TIMES / 5;
    /** A cure for JavaFX's memory of styles comes two seconds after each twentieth replacement. */
    private static final long CURE_MILLIS = 3_500;

    private static final double GROWTH_MB = 2.0;
    /** What only waits for memory to get short is no leak, so it is let go at each collection. */
    private static final List<String> FLAGS = List.of("-Xmx128m", "-XX:SoftRefLRUPolicyMSPerMB=0");

    private static final List<String> MUST_NOT_GROW = List.of(
            "acme.", "team.", "dev.dovetail.", "javafx.", "com.sun.javafx.", "org.kordamp.", "org.apache.felix.");
    /**
     * The shell remembers which versions it has told of. JavaFX's layouts of texts are a cache with a limit of its own.
     */
    private static final List<String> MAY_GROW = List.of(
            "dev.dovetail.shell.workbench.UpdateOffers$Offer",
            "com.sun.javafx.text.",
            "com.sun.javafx.geom.",
            "com.sun.javafx.font.",
            "[Lcom.sun.javafx.text.");

    /** Words in a corner of the window, which stay for up to twenty seconds. */
    private static final String TOAST = "dev.dovetail.shell.toasts.ToastCard";

    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Java java;
    private Path home;
    private TeamServer explorer;
    private TeamServer replay;
    private Releases releases;
    private Explorer view;
    private Shell shell;

    LiveReplacementIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void openBoth(@TempDir Path folder) throws Exception {
        home = folder.resolve("home");
        explorer = new TeamServer(Site.explorer(folder.resolve("explorer")));
        ReplayBundle bundle = new ReplayBundle(folder);
        Site site = Site.founded(folder.resolve("replay"), Charter.of("replay", "acme.replay.*"))
                .publish(List.of(bundle.first()));
        replay = new TeamServer(site);
        releases = new Releases(site, "replay", folder, bundle::jar);
        shell = Shell.open(java, home, FLAGS, explorer.trusted(), replay.trusted());
        view = Explorer.open(shell);
        shell.ask("show", "replay.main");
        shell.ask("await", "#replay-version", "1.0.0");
        shell.ask("type", "#replay-note", "not saved yet");
        shell.ask("watch", REPLAY);
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
        explorer.close();
        replay.close();
    }

    @Test
    void replacements_are_not_felt_and_leave_nothing_behind() throws Exception {
        List<Long> millis = new ArrayList<>();
        // The same before the first look as before the second: what happens once is no growth.
        phase(1, WARM, millis);
        Sample warm = sample();
        Felt felt = phase(WARM + 1, TIMES, millis);
        Sample end = sample();
        String alive = shell.ask("alive", REPLAY);
        report(millis, warm, end, alive, felt);
        view.assertUntouched();
        assertThat(alive).as("class loaders of replaced versions").isEmpty();
        assertThat(word(felt.inSight(), 1)).as("pulses without the view").isEqualTo("0");
        assertThat(word(felt.behind(), 1))
                .as("pulses without the view, behind a tab")
                .isEqualTo("0");
        assertThat(word(felt.typed(), 0))
                .as("keys typed")
                .isEqualTo(word(felt.typed(), 1))
                .isNotEqualTo("0");
        assertThat(shell.ask("await", "#replay-note", "")).isEqualTo("not saved yet");
        assertThat(shell.ask("pending")).isEqualTo("0");
        assertThat(end.heapMb() - warm.heapMb()).as("growth of the heap, MB").isLessThan(GROWTH_MB);
        assertThat(end.metaspaceMb() - warm.metaspaceMb())
                .as("growth of metaspace, MB")
                .isLessThan(GROWTH_MB);
        assertThat(end.histogram().inNumber(warm.histogram(), TIMES - WARM).stream()
                        .filter(LiveReplacementIT::leaks))
                .as("classes that grow with each replacement")
                .isEmpty();
    }

    /** One half in sight, and one behind a tab in which somebody types; the view is in front afterwards. */
    private Felt phase(int first, int last, List<Long> millis) throws Exception {
        int middle = (first + last) / 2;
        shell.ask("probe", "#replay", "#replay-version");
        replace(first, middle, millis);
        String inSight = shell.ask("probed");
        shell.ask("show", "explorer.tables");
        shell.ask("typist", "#explorer-sql");
        shell.ask("probe", "#replay", "#replay-version");
        replace(middle + 1, last, millis);
        String behind = shell.ask("probed");
        String typed = shell.ask("typed");
        shell.ask("type", "#explorer-sql", "");
        shell.ask("show", "replay.main");
        return new Felt(inSight, behind, typed);
    }

    /**
     * What people would notice of replacements.
     *
     * @param inSight pulses, those without the view, and the longest time between two in ms, while it was in front
     * @param behind the same while another tab was
     * @param typed keys typed there, and those that arrived
     */
    private record Felt(String inSight, String behind, String typed) {

        @Override
        public String toString() {
            return "pulses, without the view, longest ms: in sight " + inSight + ", behind " + behind
                    + "; keys typed and arrived: " + typed;
        }
    }

    @Test
    void a_version_that_something_holds_on_to_is_found_and_so_is_what_holds_it() throws Exception {
        Product product = new Product(java, home);
        replace(1, 1, new ArrayList<>());
        shell.ask("hold", REPLAY);
        replace(2, 3, new ArrayList<>());
        assertThat(shell.ask("alive", REPLAY))
                .endsWith(":" + Releases.version(1))
                .doesNotContain(" ");
        Map<String, Object> status = product.status();
        assertThat(Json.texts(status, "leftovers", "version")).containsExactly(Releases.version(1));
        assertThat(Json.texts(status, "leftovers", "feature")).containsExactly("replay");
        assertThat(status).containsEntry("unloaded", 2L);

        Ended leaks = product.run("doctor", "--leaks");
        assertThat(leaks.code()).isEqualTo(1);
        assertThat(leaks.out())
                .contains(REPLAY + " " + Releases.version(1) + " is held by Dovetail")
                .contains("static dev.dovetail.it.endtoend.driven.Memory.HELD");
    }

    @Test
    void a_pulse_without_the_view_is_seen() throws Exception {
        shell.ask("probe", "#replay", "#replay-version");
        new Product(java, home).run("remove", "replay").well();
        shell.ask("gone", "#replay");
        assertThat(word(shell.ask("probed"), 1)).isNotEqualTo("0");
        assertThat(shell.ask("alive", REPLAY))
                .as("the version that was removed")
                .isEmpty();
    }

    private void replace(int first, int last, List<Long> millis) throws Exception {
        for (int number = first; number <= last; number++) {
            millis.add(replace(number));
        }
    }

    private long replace(int number) throws Exception {
        replay.serve(releases.release(number));
        shell.ask("check");
        long begin = System.nanoTime();
        assertThat(shell.ask("update", "replay")).isEqualTo(Releases.version(number));
        long took = (System.nanoTime() - begin) / 1_000_000;
        shell.ask("await", "#replay-version", Releases.version(number));
        assertThat(shell.ask("bundles", REPLAY))
                .endsWith(":" + Releases.version(number))
                .doesNotContain(" ");
        shell.ask("watch", REPLAY);
        return took;
    }

    private static String word(String words, int number) {
        return List.of(words.split(" ", -1)).get(number);
    }

    private static boolean leaks(Histogram.Growth grown) {
        return MUST_NOT_GROW.stream().anyMatch(grown.type()::startsWith)
                && MAY_GROW.stream().noneMatch(grown.type()::startsWith);
    }

    private Sample sample() throws IOException, InterruptedException {
        Thread.sleep(CURE_MILLIS);
        shell.ask("alive", REPLAY);
        Histogram histogram = Histogram.of(shell.ask("histogram"));
        long end = System.nanoTime() + SETTLED.toNanos();
        while (histogram.instances(TOAST) > 0 && System.nanoTime() < end) {
            Thread.sleep(500);
            histogram = Histogram.of(shell.ask("histogram"));
        }
        return new Sample(histogram, Long.parseLong(shell.ask("metaspace")));
    }

    private void report(List<Long> millis, Sample warm, Sample end, String alive, Felt felt) throws IOException {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        String text = String.format(
                Locale.ROOT,
                "%s, %d replacements%n"
                        + "update ms: median %d, p90 %d, most %d%n"
                        + "heap MB after %d / %d: %.2f / %.2f; metaspace MB: %.2f / %.2f%n"
                        + "class loaders alive: [%s]%n%s%n"
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
                felt,
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

        double heapMb() {
            return histogram.bytes() / 1e6;
        }

        double metaspaceMb() {
            return metaspace / 1e6;
        }
    }
}
