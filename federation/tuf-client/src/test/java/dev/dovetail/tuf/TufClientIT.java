package dev.dovetail.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable file itself, in processes of its own, as a conformance suite runs it. */
class TufClientIT {

    private static final Path EXECUTABLE = Path.of(System.getProperty("tuf.client", ""));

    @TempDir
    private Path temp;

    private final SampleRepository repository = new SampleRepository()
            .addTarget("targets", "a/one", new byte[] {1, 2, 3})
            .publish("targets");
    private final SampleServer server = new SampleServer(repository.files());

    @BeforeEach
    void writeRoot() throws Exception {
        Files.write(temp.resolve("trusted.json"), repository.root(1));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void itIsOneExecutableFile() {
        assertThat(EXECUTABLE).isRegularFile().isExecutable();
    }

    @Test
    void itTrustsRefreshesDownloadsAndRefuses() throws Exception {
        assertThat(run("init", temp.resolve("trusted.json").toString())).isZero();
        assertThat(run("--metadata-url", server.url() + "metadata/", "refresh")).isZero();
        for (String role : new String[] {"root", "timestamp", "snapshot", "targets"}) {
            assertThat(temp.resolve("metadata/" + role + ".json")).hasBinaryContent(repository.newest(role));
        }
        assertThat(download()).isZero();
        assertThat(temp.resolve("files/a%2Fone")).hasBinaryContent(new byte[] {1, 2, 3});

        byte[] trusted = repository.newest("timestamp");
        repository.signers("timestamp").clear();
        repository.publishTimestamp();
        assertThat(run("--metadata-url", server.url() + "metadata/", "refresh")).isEqualTo(1);
        assertThat(temp.resolve("metadata/timestamp.json")).hasBinaryContent(trusted);
    }

    @Test
    void itRunsFromAnyDirectoryAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("client"), EXECUTABLE.toAbsolutePath());

        assertThat(start(List.of(link.toString(), "--help"))).isZero();
    }

    /** Killed after 0, 25, 50 … ms: a run takes a few hundred. */
    @Test
    void killedAtAnyPointItGoesOnTheNextTime() throws Exception {
        assertThat(run("init", temp.resolve("trusted.json").toString())).isZero();
        for (int i = 0; i < 25; i++) {
            repository.rotate("timestamp").publishRoot().publish("targets");
            Process process =
                    new ProcessBuilder(command("--metadata-url", server.url() + "metadata/", "refresh")).start();
            Thread.sleep(25L * i);
            process.destroyForcibly().waitFor();
        }

        assertThat(run("--metadata-url", server.url() + "metadata/", "refresh")).isZero();
        assertThat(temp.resolve("metadata/targets.json")).hasBinaryContent(repository.newest("targets"));
    }

    private int download() throws IOException, InterruptedException {
        return run(
                "--metadata-url",
                server.url() + "metadata/",
                "--target-base-url",
                server.url() + "targets/",
                "--target-dir",
                temp.resolve("files").toString(),
                "--target-name",
                "a/one",
                "download");
    }

    private int run(String... args) throws IOException, InterruptedException {
        return start(command(args));
    }

    private List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                EXECUTABLE.toAbsolutePath().toString(),
                "--metadata-dir",
                temp.resolve("metadata").toString()));
        command.addAll(List.of(args));
        return command;
    }

    private int start(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(temp.toFile()).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
