package dev.dovetail.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

    private final Path root;
    private final Store store;
    private final byte[] bytes = new byte[200_000];
    private final Content content;

    StoreTest(@TempDir Path home) {
        root = home.resolve("store");
        store = new Store(root);
        new Random(7).nextBytes(bytes);
        content = Samples.content(bytes);
    }

    private RepositoryException refused(InputStream source) {
        return catchThrowableOfType(
                RepositoryException.class, () -> store.put(content, "http://localhost/a.jar", source, count -> {}));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path place() {
        return root.resolve("sha256").resolve(content.sha256().substring(0, 2)).resolve(content.sha256() + ".jar");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayLookIntoIt() throws Exception {
        store.put(content, "http://localhost/a.jar", new ByteArrayInputStream(bytes), count -> {});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void exactBytesLandUnderTheirDigestAndComeOutAgain() throws Exception {
        List<Long> progress = new ArrayList<>();
        store.put(content, "test", new ByteArrayInputStream(bytes), progress::add);
        assertThat(files()).containsExactly(place());
        assertThat(store.contains(content)).isTrue();
        try (InputStream in = store.open(content)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(progress).isSorted().endsWith((long) bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 199_999})
    void oneFlippedByteIsRefusedAndLeavesNothing(int position) throws Exception {
        byte[] flipped = bytes.clone();
        flipped[position] ^= 1;
        RepositoryException refusal = refused(new ByteArrayInputStream(flipped));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-007");
        assertThat(refusal)
                .hasMessageContaining(content.sha256())
                .hasMessageContaining(Samples.content(flipped).sha256())
                .hasMessageContaining("http://localhost/a.jar");
        assertThat(files()).isEmpty();
        assertThat(store.contains(content)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 199_999})
    void aShortSourceIsRefusedAndLeavesNothing(int length) throws Exception {
        RepositoryException refusal = refused(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-006");
        assertThat(refusal).hasMessageContaining("200000").hasMessageContaining("found only " + length);
        assertThat(files()).isEmpty();
    }

    @Test
    void aLongSourceIsReadOneByteTooFarAtMostAndLeavesNothing() throws Exception {
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(bytes), InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                return n < 0 ? length : n;
            }
        };
        Counting counting = new Counting(endless);
        assertThat(refused(counting).code()).isEqualTo("DT-FETCH-005");
        assertThat(counting.count).isEqualTo(content.size() + 1);
        assertThat(files()).isEmpty();
    }

    @Test
    void aSourceThatFailsMidwayIsRefusedAndLeavesNothing() throws Exception {
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the cable was pulled");
            }
        };
        RepositoryException refusal =
                refused(new SequenceInputStream(new ByteArrayInputStream(bytes, 0, 100_000), failing));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-004");
        assertThat(refusal).hasMessageContaining("the cable was pulled").hasMessageContaining("a.jar");
        assertThat(files()).isEmpty();
    }

    @Test
    void anExceptionFromTheListenerLeavesNothing() throws Exception {
        assertThatThrownBy(() -> store.put(content, "test", new ByteArrayInputStream(bytes), count -> {
                    throw new IllegalStateException("listener");
                }))
                .hasMessage("listener");
        assertThat(files()).isEmpty();
    }

    @Test
    void anUnwritableDirectoryIsAMatterOfTheHome() throws Exception {
        Files.writeString(root, "a file where the directory should be");
        assertThatThrownBy(() -> Samples.put(store, bytes))
                .isInstanceOfSatisfying(
                        HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-001"))
                .hasMessageContaining(root.toString());
        assertThat(root).hasContent("a file where the directory should be");
    }

    @Test
    void theSameContentMayBePutTwice() throws Exception {
        Samples.put(store, bytes);
        Samples.put(store, bytes);
        assertThat(files()).containsExactly(place());
    }

    @Test
    void contentOfNoBytesIsContent() throws Exception {
        Samples.put(store, new byte[0]);
        assertThat(store.open(Samples.content(new byte[0]))).isEmpty();
    }

    @Test
    void manyThreadsMayPutTheSameContentAtOnce() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> puts = pool.invokeAll(java.util.Collections.nCopies(threads, (Callable<Void>) () -> {
                together.await();
                Samples.put(store, bytes);
                return null;
            }));
            for (Future<Void> put : puts) {
                put.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(files()).containsExactly(place());
        try (InputStream in = store.open(content)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> store.open(content))
                .isInstanceOfSatisfying(
                        HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-002"))
                .hasMessageContaining(place().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 199_999})
    void aDamagedFileIsNotHandedOutAndRemoved(int position) throws Exception {
        Samples.put(store, bytes);
        byte[] damaged = bytes.clone();
        damaged[position] ^= 0x40;
        Files.write(place(), damaged);
        assertThatThrownBy(() -> store.open(content))
                .isInstanceOfSatisfying(
                        HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-002"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aTruncatedFileIsNotThereAndRemovedWhenOpened() throws Exception {
        Samples.put(store, bytes);
        Files.write(place(), Arrays.copyOf(bytes, 10));
        assertThat(store.contains(content)).isFalse();
        assertThatThrownBy(() -> store.open(content)).isInstanceOf(HomeException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void aLinkIsNotFollowedAndWhatItLeadsToIsLeftAlone(@TempDir Path elsewhere) throws Exception {
        Path target = Files.write(elsewhere.resolve("target"), bytes);
        Files.createDirectories(place().getParent());
        Files.createSymbolicLink(place(), target);
        assertThat(store.contains(content)).isFalse();
        assertThatThrownBy(() -> store.open(content)).isInstanceOf(HomeException.class);
        assertThat(target).hasBinaryContent(bytes);
    }

    @Test
    void whatCannotBeReadIsAMatterOfTheHome() throws Exception {
        Files.createDirectories(place().resolve("a directory in the file's place"));
        assertThatThrownBy(() -> store.open(content))
                .isInstanceOfSatisfying(
                        HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-003"));
    }

    @Test
    void whatIsOpenStaysWholeWhenTheFileIsReplaced() throws Exception {
        Samples.put(store, bytes);
        try (InputStream in = store.open(content)) {
            Path other = Files.write(root.resolve("other"), new byte[200_000]);
            Files.move(other, place(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theSweepTakesWhatIsHalfWrittenAndNothingElse() throws Exception {
        Samples.put(store, bytes);
        Files.write(place().resolveSibling("incoming.123.part"), new byte[5]);
        store.sweep();
        assertThat(files()).containsExactly(place());
    }

    @Test
    void theSweepLeavesAloneWhatIsArriving() throws Exception {
        store.put(content, "test", new ByteArrayInputStream(bytes), count -> {
            try {
                store.sweep();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(files()).containsExactly(place());
    }

    @Test
    void thereIsNothingToSweepInANewHome() throws Exception {
        store.sweep();
        assertThat(root).doesNotExist();
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
