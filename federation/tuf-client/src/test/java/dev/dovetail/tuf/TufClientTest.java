package dev.dovetail.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TufClientTest {

    @TempDir
    private Path temp;

    private final SampleRepository repository = new SampleRepository()
            .addTarget("targets", "a/one", new byte[] {1})
            .delegate("targets", "../team", true, "b/*")
            .addTarget("../team", "b/two", new byte[] {2})
            .publishAll();
    private final SampleServer server = new SampleServer(repository.files());
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void writeRoot() throws Exception {
        Files.write(temp.resolve("trusted.json"), repository.root(1));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void whatIsServedIsAcceptedAndKeptAsItIs() throws Exception {
        assertThat(init()).isZero();
        assertThat(refresh()).isZero();
        assertThat(download("a/one", "b/two")).isZero();

        for (String role : new String[] {"root", "timestamp", "snapshot", "targets"}) {
            assertThat(temp.resolve("metadata/" + role + ".json")).hasBinaryContent(repository.newest(role));
        }
        assertThat(temp.resolve("metadata/..%2Fteam.json")).hasBinaryContent(repository.newest("../team"));
        assertThat(temp.resolve("files/a%2Fone")).hasBinaryContent(new byte[] {1});
        assertThat(temp.resolve("files/b%2Ftwo")).hasBinaryContent(new byte[] {2});
    }

    @Test
    void whatIsRefusedEndsWith1AndTheReason() {
        assertThat(init()).isZero();
        repository.signers("timestamp").clear();
        repository.publishTimestamp();

        assertThat(refresh()).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("DT-TRUST-002");
        assertThat(temp.resolve("metadata/timestamp.json")).doesNotExist();
    }

    @Test
    void aTargetThatNobodyDescribesEndsWith1() {
        assertThat(init()).isZero();
        assertThat(download("missing")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Nobody who may describes this target: missing");
    }

    @Test
    void withoutATrustedRootNothingIsAskedFor() {
        assertThat(refresh()).isEqualTo(1);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRootThatCannotBeReadIsNotTrusted() throws Exception {
        Files.writeString(temp.resolve("trusted.json"), "{}");
        assertThat(init()).isEqualTo(1);
        Files.delete(temp.resolve("trusted.json"));
        assertThat(init()).isEqualTo(1);
    }

    @Test
    void whoeverCallsItWronglyIsToldHowItIsCalled() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("--unknown", "x", "refresh")).isEqualTo(2);
        assertThat(run("refresh", "--metadata-dir")).isEqualTo(2);
        assertThat(run("refresh")).isEqualTo(2);
        assertThat(run("--metadata-dir", temp.toString(), "init")).isEqualTo(2);
        assertThat(run("--metadata-dir", temp.toString(), "--metadata-url", "http://example.org/", "refresh"))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Usage: tuf-client");
        assertThat(run("--help")).isZero();
    }

    private int init() {
        return run(
                "--metadata-dir",
                temp.resolve("metadata").toString(),
                "init",
                temp.resolve("trusted.json").toString());
    }

    private int refresh() {
        return run(
                "--metadata-dir",
                temp.resolve("metadata").toString(),
                "--metadata-url",
                server.url() + "metadata",
                "refresh");
    }

    private int download(String... names) {
        String[] args = new String[9 + 2 * names.length];
        System.arraycopy(
                new String[] {
                    "--metadata-dir",
                    temp.resolve("metadata").toString(),
                    "--metadata-url",
                    server.url() + "metadata",
                    "--target-base-url",
                    server.url() + "targets",
                    "--target-dir",
                    temp.resolve("files").toString(),
                    "download"
                },
                0,
                args,
                0,
                9);
        for (int i = 0; i < names.length; i++) {
            args[9 + 2 * i] = "--target-name";
            args[10 + 2 * i] = names[i];
        }
        return run(args);
    }

    private int run(String... args) {
        return new TufClient(new PrintStream(errors, true, StandardCharsets.UTF_8)).run(args);
    }
}
