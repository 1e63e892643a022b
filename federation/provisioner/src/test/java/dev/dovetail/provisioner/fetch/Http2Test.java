package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.SelfSigned;
import dev.dovetail.provisioner.sample.Http2Server;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Where a server speaks HTTP/2, so do we. Alone in its process: which certificates are trusted is a setting of the process. */
@Timeout(60)
@Isolated
class Http2Test {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1, 100_000);

    private final SSLContext usual = SSLContext.getDefault();
    private final Store store;
    private final Http2Server server;

    Http2Test(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        server = new Http2Server(certificate.context());
        SSLContext.setDefault(certificate.context());
        store = new Store(folder.resolve("store"));
    }

    @AfterEach
    void stop() throws Exception {
        SSLContext.setDefault(usual);
        server.close();
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[300_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void bundlesComeSideBySideByOneConnection() throws Exception {
        List<Wanted> wanted = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            byte[] jar = bytes(n);
            wanted.add(new Wanted(Samples.content(jar), List.of(server.serve("/" + n + ".jar", jar))));
        }
        try (Fetcher fetcher = new Fetcher(LIMITS)) {
            // The first request finds out which protocol it is; those that are sent beside it would each ask for
            // themselves.
            downloads(fetcher).fetch(wanted.subList(0, 1), new Cancellation(), progress -> {});
            downloads(fetcher).fetch(wanted, new Cancellation(), progress -> {});
        }
        for (Wanted one : wanted) {
            assertThat(store.contains(one.content())).isTrue();
        }
        assertThat(server.spoken()).hasSize(6).containsOnly("HTTP/2.0");
        assertThat(server.connections()).isEqualTo(1);
    }

    private Downloads downloads(Fetcher fetcher) {
        return new Downloads(
                () -> fetcher,
                store,
                new Backoff(Retries.USUAL, new Random(1), Clock.systemUTC()),
                Rest.REAL,
                Clock.systemUTC());
    }

    @Test
    void metadataComeTheSameWay() throws Exception {
        byte[] file = bytes(7);
        try (SignedFetcher fetcher = new SignedFetcher(LIMITS)) {
            Optional<byte[]> found = fetcher.metadata(server.serve("/timestamp.json", file), file.length);
            assertThat(found.orElseThrow()).isEqualTo(file);
        }
        assertThat(server.spoken()).containsExactly("HTTP/2.0");
    }
}
