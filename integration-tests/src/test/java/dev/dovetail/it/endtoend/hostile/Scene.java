package dev.dovetail.it.endtoend.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.Ended;
import dev.dovetail.it.endtoend.Folder;
import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Product;
import dev.dovetail.it.endtoend.Shell;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.publisher.repository.Charter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Somebody's Dovetail: the charts team's feature is installed and open in a window, and another team is trusted too, which
 * should not be. Each has a server of its own.
 */
public final class Scene implements AutoCloseable {

    private static final String CHARTS = "team.charts.feature";
    private static final String VERSION = "#charts-version";

    private final Java java;
    private final Path folder;
    private final Team charts;
    private final Mirror chartsServer;
    private final RogueTeam rogue;
    private final Mirror server;
    private final Path prepared;
    private final Shell window;
    private final String running;
    private final AtomicInteger numbers = new AtomicInteger();

    /** Founds both repositories, installs, and opens the window. */
    public Scene(Java java, Path folder) throws Exception {
        this.java = java;
        this.folder = folder;
        charts = Team.found(
                        folder.resolve("charts"),
                        Charter.of("charts", "team.charts.*").carrying("team.explorer.api"))
                .release("charts");
        chartsServer = Mirror.of(charts.folder());
        // It may sign any name; what the person lets it bring is what holds it.
        rogue = new RogueTeam(Team.found(folder.resolve("acme"), Charter.of("acme")));
        server = Mirror.of(rogue.team().folder());
        prepared = folder.resolve("prepared");
        Product product = new Product(java, prepared);
        trust(product).well();
        product.run("install", "charts", "--repository", chartsServer.url() + "#" + charts.fingerprint())
                .well();
        Path home = folder.resolve("window");
        Folder.copy(prepared, home);
        window = Shell.open(java, home, List.of());
        window.ask("press", "#rail-charts-board");
        window.ask("await", VERSION, "1.0.0");
        window.ask("mark", VERSION);
        running = window.ask("bundles", CHARTS);
    }

    /** Lets the rogue team bring bundles of its own name, and whatever else. */
    public Ended trust(Product product, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("add", server.url()));
        words.addAll(List.of("--fingerprint", rogue.team().fingerprint(), "--bundles", "acme.*"));
        words.addAll(List.of(more));
        return product.runExactly(Stream.concat(
                        Stream.of("repository"),
                        Stream.concat(
                                words.stream(),
                                Stream.of("--home", product.home().toString())))
                .toArray(String[]::new));
    }

    public Team charts() {
        return charts;
    }

    public Mirror chartsServer() {
        return chartsServer;
    }

    public RogueTeam rogue() {
        return rogue;
    }

    /** The rogue team's server. */
    public Mirror server() {
        return server;
    }

    public Shell window() {
        return window;
    }

    public Path windowHome() {
        return folder.resolve("window");
    }

    public Java java() {
        return java;
    }

    /** A place for more. */
    public Path fresh(String name) {
        return folder.resolve(name + "-" + numbers.incrementAndGet());
    }

    /** The product with a home of its own, as it was before anything hostile came. */
    public Product product() throws IOException {
        Path home = fresh("home");
        Folder.copy(prepared, home);
        return new Product(java, home);
    }

    /** The same, that finds the rogue team's repository at another address. */
    public Product productAt(String url) throws IOException {
        Product product = product();
        Path profile = product.home().resolve("profile.json");
        Files.writeString(profile, Files.readString(profile).replace(server.url(), url));
        return product;
    }

    /** A feature that nobody has seen before. */
    public Offer offer(Function<HostileJar, byte[]> make) {
        String id = "n" + numbers.incrementAndGet();
        return Offer.of(id, "acme." + id, make.apply(HostileJar.bundle("acme." + id, "1.0.0")));
    }

    /** Opens the feature's view from the rail, as a person would, and reads why that does not work. */
    public String refusedInWindow(Offer offer, String code) throws IOException {
        String view = "#view-" + offer.feature() + "-view ";
        window.ask("press", "#rail-" + offer.feature() + "-view");
        window.ask("await", view + ".error-code", code);
        return window.ask("await", view + ".error-message", "");
    }

    /** What runs in the window is what ran before anything hostile came, and still works. */
    public void assertStillRunning() throws IOException {
        assertThat(window.ask("bundles", CHARTS)).isEqualTo(running);
        assertThat(window.ask("same", VERSION)).isEqualTo("true");
    }

    /** What is installed is what was installed, to the byte. */
    public void assertUnchanged(Product product) throws Exception {
        assertThat(digests(product.home(), "current", "generations"))
                .isEqualTo(digests(prepared, "current", "generations"));
        assertThat(digests(product.home(), "store")).containsAllEntriesOf(digests(prepared, "store"));
        assertThat(Folder.files(product.home(), ".part")).isEmpty();
    }

    /** The same, and it opens. */
    public void assertStillStarts(Product product) throws Exception {
        assertUnchanged(product);
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
    }

    private static Map<String, String> digests(Path home, String... parts) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String part : parts) {
            Path path = home.resolve(part);
            for (Path file : Files.isDirectory(path) ? Folder.files(path, "") : List.of(path)) {
                digests.put(home.relativize(file).toString(), Folder.sha256(file));
            }
        }
        return digests;
    }

    @Override
    public void close() throws IOException {
        try {
            window.close();
        } finally {
            server.close();
            chartsServer.close();
        }
    }
}
