package dev.dovetail.provisioner.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.store.Store;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetDownloadTest {

    private static final byte[] CONTENT = "what was signed".getBytes(UTF_8);
    private static final String PATH = "bundles/a b/ä.jar";

    @TempDir
    private Path temp;

    private final SampleRepository repository =
            new SampleRepository().addTarget("targets", PATH, CONTENT).publish("targets");
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void aFileIsFetchedOnceUnderItsDigestAndPath() throws Exception {
        try (Scene scene = new Scene()) {
            Path file = scene.download();

            assertThat(file).hasBinaryContent(CONTENT).hasFileName("bundles%2Fa%20b%2F%C3%A4.jar");
            assertThat(scene.server.requests())
                    .last()
                    .asString()
                    .matches("targets/bundles/a%20b/[0-9a-f]{64}\\.%C3%A4\\.jar");
            scene.download();
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void otherBytesAreRefusedAndLeaveNothing() throws Exception {
        for (String other : List.of("what was forged", "what was signed and more", "what was", "")) {
            try (Scene scene = new Scene()) {
                scene.serve(other.getBytes(UTF_8));

                assertThatExceptionOfType(UntrustedException.class)
                        .isThrownBy(scene::download)
                        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OTHER_BYTES));
                assertThat(scene.files()).isEmpty();
            }
        }
    }

    @Test
    void aFileThatIsThereButNotTheRightOneIsReplaced() throws Exception {
        try (Scene scene = new Scene()) {
            Files.write(scene.download(), "what was forged".getBytes(UTF_8));

            assertThat(scene.download()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void aMissingFileIsSaidToBeMissing() throws Exception {
        try (Scene scene = new Scene()) {
            repository.files().keySet().removeIf(path -> path.startsWith("targets/"));

            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(scene::download)
                    .withMessageContaining("found 404");
        }
    }

    @Test
    void aFileGoesToTheStoreUnderItsDigest() throws Exception {
        try (Scene scene = new Scene()) {
            Store store = new Store(temp.resolve("store"));
            AtomicLong progress = new AtomicLong();
            scene.client.download(scene.verified, scene.target, store, progress::set);

            assertThat(store.contains(scene.target.content().orElseThrow())).isTrue();
            assertThat(progress).hasValue(CONTENT.length);
            scene.server.requests();
            scene.client.download(scene.verified, scene.target, store, progress::set);
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void theStoreTakesNothingWithoutItsDigest() throws Exception {
        try (Scene scene = new Scene()) {
            Target odd = new Target(
                    PATH, new TargetFile(1, new Digests(Map.of("sha512", "00")), JsonObject.EMPTY), "targets");

            assertThatExceptionOfType(UntrustedException.class)
                    .isThrownBy(() -> scene.client.download(scene.verified, odd, new Store(temp), any -> {}));
        }
    }

    /** One repository, served and refreshed. */
    private final class Scene implements AutoCloseable {

        private final SampleServer server = new SampleServer(repository.files());
        private final RepositoryClient client;
        private final VerifiedRepository verified;
        private final Target target;

        Scene() throws Exception {
            MetadataDirectory directory = new MetadataDirectory(temp.resolve("metadata"));
            directory.trust(repository.root(1));
            client = new RepositoryClient(
                    RepositoryLocation.at(server.url()),
                    directory,
                    fetcher,
                    Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC));
            verified = client.refresh();
            target = client.find(verified, List.of(PATH))
                    .targets()
                    .values()
                    .iterator()
                    .next();
        }

        void serve(byte[] other) {
            repository.files().replaceAll((path, bytes) -> path.startsWith("targets/") ? other : bytes);
        }

        Path download() throws Exception {
            return client.download(verified, target, temp.resolve("files"));
        }

        List<Path> files() throws Exception {
            if (Files.notExists(temp.resolve("files"))) {
                return List.of();
            }
            try (Stream<Path> all = Files.list(temp.resolve("files"))) {
                return all.toList();
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
