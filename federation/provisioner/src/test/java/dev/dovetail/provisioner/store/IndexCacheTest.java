package dev.dovetail.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.HomeException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {

    private static final URI CHARTS = URI.create("http://localhost:8080/charts/");
    private static final URI FILE = CHARTS.resolve("index.xml.gz");

    private final Path home;
    private final IndexCache cache;

    IndexCacheTest(@TempDir Path home) {
        this.home = home;
        this.cache = new IndexCache(home.resolve("repositories"));
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("repositories"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void givesBackWhatWasKeptByteForByte() throws Exception {
        byte[] xml = "<a>\n\r\u00e4</a>\n".getBytes(StandardCharsets.UTF_8);
        cache.keep(CHARTS, FILE, xml);
        IndexCache.Kept kept =
                new IndexCache(home.resolve("repositories")).last(CHARTS).orElseThrow();
        assertThat(kept.url()).isEqualTo(FILE);
        assertThat(kept.xml()).isEqualTo(xml);
    }

    @Test
    void keepsTheLatestAlone() throws Exception {
        cache.keep(CHARTS, FILE, new byte[] {1});
        cache.keep(CHARTS, CHARTS.resolve("index.xml"), new byte[0]);
        IndexCache.Kept kept = cache.last(CHARTS).orElseThrow();
        assertThat(kept.url()).hasToString("http://localhost:8080/charts/index.xml");
        assertThat(kept.xml()).isEmpty();
    }

    @Test
    void addressesThatReadAlikeAreKeptApart() throws Exception {
        URI dashed = URI.create("http://localhost:8080/a-b/");
        URI slashed = URI.create("http://localhost:8080/a/b/");
        cache.keep(dashed, dashed, new byte[] {1});
        cache.keep(slashed, slashed, new byte[] {2});
        assertThat(cache.last(dashed).orElseThrow().xml()).containsExactly(1);
        assertThat(cache.last(slashed).orElseThrow().xml()).containsExactly(2);
    }

    @Test
    void anAddressNeverLeadsOutOfTheDirectory() throws Exception {
        URI climbing = URI.create("http://localhost/../../../../" + "x".repeat(500) + "/");
        cache.keep(climbing, climbing, new byte[] {1});
        assertThat(file()).startsWith(home.resolve("repositories"));
        assertThat(cache.last(climbing)).isPresent();
    }

    @Test
    void nothingIsKnownOfANewRepository() {
        assertThat(cache.last(CHARTS)).isEmpty();
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws Exception {
        cache.keep(CHARTS, FILE, new byte[] {1});
        Files.writeString(file(), "no address\nat all");
        assertThat(cache.last(CHARTS)).isEmpty();
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidToBeSo() throws Exception {
        Files.writeString(home.resolve("repositories"), "a file where the directory should be");
        assertThatThrownBy(() -> cache.keep(CHARTS, FILE, new byte[0]))
                .isInstanceOfSatisfying(
                        HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-008"))
                .hasMessageContaining(CHARTS.toString());
    }
}
