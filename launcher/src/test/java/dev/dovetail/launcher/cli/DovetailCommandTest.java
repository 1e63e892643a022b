package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class DovetailCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    private HttpServer server;
    private URI repository;

    @BeforeEach
    void serveARepository() throws Exception {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setProperty("dovetail.platform", PlatformDirectory.in(directory).toString());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        server.createContext("/", this::answer);
        serveIndex("1.0.0");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.setOut(systemOut);
        System.setErr(systemErr);
        System.clearProperty("dovetail.platform");
    }

    @Test
    void listsInstallsUpdatesAndRemovesAFeature() throws Exception {
        assertThat(dovetail("list", "--repository", repository.toString())).isZero();
        assertThat(said()).contains("notes", "1.0.0", "available", "Notes");

        assertThat(dovetail("install", "notes", "--repository", repository.toString()))
                .isZero();
        assertThat(said()).contains("Installed Notes 1.0.0: generation 1, 1 bundles.");
        assertThat(complained()).contains("fetched 1 of 1 bundles");

        assertThat(dovetail("install", "notes@[1,2)")).isZero();
        assertThat(said()).contains("Notes 1.0.0 is already installed.");

        serveIndex("1.1.0");
        assertThat(dovetail("list")).isZero();
        assertThat(said()).contains("installed, 1.1.0 is out");
        assertThat(dovetail("update")).isZero();
        assertThat(said()).contains("Updated to Notes 1.1.0: generation 2.");
        assertThat(dovetail("update")).isZero();
        assertThat(said()).contains("Everything is up to date.");

        assertThat(dovetail("status")).isZero();
        assertThat(said()).contains("Generation  2", "Feature     notes 1.1.0", "team.notes 1.1.0 sha256:");

        assertThat(dovetail("remove", "notes", "--json")).isZero();
        assertThat(said()).contains("\"generation\" : 3", "\"bundles\" : [ ]");
    }

    @Test
    void printsFactsForProgramsWithoutTouchingThemWithSentences() throws Exception {
        assertThat(dovetail("install", "notes", "--json", "--repository", repository.toString()))
                .isZero();
        assertThat(said())
                .startsWith("{")
                .contains("\"symbolicName\" : \"team.notes\"")
                .doesNotContain("Installed Notes");

        assertThat(dovetail("list", "--json")).isZero();
        assertThat(said()).contains("\"id\" : \"notes\"", "\"state\" : \"installed\"", "\"reachable\" : true");

        assertThat(dovetail("status", "--json")).isZero();
        assertThat(said()).contains("\"running\" : false", "\"generation\" : 1");
    }

    @Test
    void saysWhatItExpectedAndWhatItFoundWhenItRefuses() throws Exception {
        assertThat(dovetail("install", "poems", "--repository", repository.toString()))
                .isEqualTo(1);
        assertThat(complained()).contains("error: ", "poems", "hint: ", "notes", "code: DT-RESOLVE-001");

        assertThat(dovetail("list", "--repository", "http://example.com/")).isEqualTo(1);
        assertThat(complained()).contains("code: DT-FETCH-010", "http://example.com/");

        assertThat(dovetail("instal")).isEqualTo(2);
        assertThat(dovetail("list", "--nonsense")).isEqualTo(2);
    }

    @Test
    void goesOnWithWhatIsKnownWhenTheRepositoryIsDead() throws Exception {
        assertThat(dovetail("install", "notes", "--repository", repository.toString()))
                .isZero();
        server.stop(0);
        forget();

        assertThat(dovetail("list")).isZero();
        assertThat(said()).contains("notes", "installed");
        assertThat(complained()).contains("warning: DT-FETCH-001");

        Home other = new Home(directory.resolve("other"));
        assertThat(DovetailCommand.execute(
                        "list", "--home", other.directory().toString(), "--repository", repository.toString()))
                .isEqualTo(1);
    }

    @Test
    void leavesAHomeAloneThatARunningDovetailHolds() throws Exception {
        HomeLock lock = HomeLock.take(new Home(directory.resolve("home")));
        try (lock) {
            assertThat(dovetail("install", "notes", "--repository", repository.toString()))
                    .isEqualTo(1);
            assertThat(complained()).contains("code: DT-HOME-011", "already runs");
            assertThat(dovetail("status")).isZero();
            assertThat(said()).contains("(Dovetail is running)");
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(DovetailCommand.execute("--version")).isZero();
        assertThat(said()).contains("Dovetail 0.1.0", "JavaFX 21.0.12");
    }

    private int dovetail(String verb, String... arguments) {
        forget();
        String[] all = new String[arguments.length + 3];
        all[0] = verb;
        all[1] = "--home";
        all[2] = directory.resolve("home").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return DovetailCommand.execute(all);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void forget() {
        out.reset();
        err.reset();
    }

    private void serveIndex(String version) throws Exception {
        byte[] jar = jar(version);
        String path = "/bundles/team.notes-" + version + ".jar";
        files.put(path, jar);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        IndexedBundle bundle = new IndexedBundle(
                new IndexedBundle.Identity("team.notes", new Version(version), sha256),
                jar.length,
                repository.resolve(path),
                repository,
                List.of(
                        new Clause(
                                "osgi.identity",
                                Map.of(
                                        "osgi.identity",
                                        "team.notes",
                                        "type",
                                        "osgi.bundle",
                                        "version",
                                        new Version(version)),
                                Map.of()),
                        new Clause(
                                "dovetail.feature", Map.of("dovetail.feature", "notes", "title", "Notes"), Map.of())),
                List.of());
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        new IndexWriter().write(List.of(bundle), xml);
        files.put("/index.xml", xml.toByteArray());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
        }
    }

    private byte[] jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "team.notes");
        main.putValue("Bundle-Version", version);
        main.putValue("Provide-Capability", "dovetail.feature;dovetail.feature=notes;title=Notes");
        Path file = Files.createTempFile(directory, "notes", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.flush();
        }
        return Files.readAllBytes(file);
    }
}
