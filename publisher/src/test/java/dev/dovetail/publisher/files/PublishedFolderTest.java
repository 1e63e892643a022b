package dev.dovetail.publisher.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.publisher.failure.PublishException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedFolderTest {

    private static final String JAR = "targets/bundles/acme.lib/acme.lib.jar";
    private static final String TIMESTAMP = "metadata/timestamp.json";
    private static final String ROOT = "metadata/2.root.json";

    @TempDir
    private Path folder;

    @BeforeEach
    void publishedOnce() throws IOException {
        Files.createDirectories(folder.resolve("metadata"));
        Files.createDirectories(folder.resolve("targets"));
        Files.writeString(folder.resolve(TIMESTAMP), "old");
    }

    private Change change() throws IOException {
        Path source = Files.writeString(folder.resolve("source.jar"), "jar");
        Map<String, Content> hidden = new LinkedHashMap<>();
        hidden.put(JAR, new Content.Copy(source, Sha256.of(source)));
        hidden.put("metadata/2.targets.json", new Content.Bytes(bytes("targets")));
        Map<String, byte[]> visible = new LinkedHashMap<>();
        visible.put(TIMESTAMP, bytes("new"));
        visible.put(ROOT, bytes("root"));
        return new Change(hidden, visible);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        files.remove("source.jar");
        return files;
    }

    private static final Map<String, String> OLD = Map.of(TIMESTAMP, "old");
    private static final Map<String, String> NEW =
            Map.of(TIMESTAMP, "new", ROOT, "root", JAR, "jar", "metadata/2.targets.json", "targets");

    @Test
    void aChangeIsCarriedOutAndLeavesNothingElse() throws Exception {
        new PublishedFolder(folder, new RealDisk()).carryOut(change());

        assertThat(files()).isEqualTo(NEW);
    }

    @Test
    void aChangeThatStopsAtAnyMomentIsOldOrNewForReadersAndWhollySoAfterwards() throws Exception {
        int moments = 0;
        boolean done = false;
        while (!done) {
            deleteAll();
            publishedOnce();
            done = new Stopped(moments++).carryOut(change());
            boolean visible = files().getOrDefault(TIMESTAMP, "").equals("new");
            assertThat(files()).as("old files at moment %d", moments).containsKey(TIMESTAMP);
            if (visible) {
                assertThat(files()).as("moment %d", moments).containsEntry(JAR, "jar");
            }
            new PublishedFolder(folder, new RealDisk()).recover();
            assertThat(files()).as("recovered from moment %d", moments).isEqualTo(visible ? NEW : OLD);
            assertThat(Files.exists(folder.resolve("targets/bundles"))).isEqualTo(visible);
        }
        assertThat(moments).isGreaterThan(20);
    }

    @Test
    void aChangeThatCantBeWrittenIsUndoneAtOnce() throws Exception {
        Change change = change();
        Files.writeString(folder.resolve("source.jar"), "another");

        assertThatThrownBy(() -> new PublishedFolder(folder, new RealDisk()).carryOut(change))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("changed meanwhile");
        assertThat(files()).isEqualTo(OLD);
    }

    @Test
    void aHiddenFileOfOtherContentThatLiesInTheWayIsReplaced() throws Exception {
        Files.writeString(folder.resolve("metadata/2.targets.json"), "of nobody knows whom");

        new PublishedFolder(folder, new RealDisk()).carryOut(change());

        assertThat(files()).isEqualTo(NEW);
    }

    @Test
    void nothingIsRecoveredWhereNothingWasInterrupted() throws Exception {
        assertThat(new PublishedFolder(folder, new RealDisk()).recover()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dovetail-journal 1\n",
                "dovetail-journal 2\nend\n",
                "dovetail-journal 1\nnew metadata/../../precious\nend\n",
                "dovetail-journal 1\nnew /etc/passwd\nend\n",
                "dovetail-journal 1\nnew source.jar\nend\n",
                "dovetail-journal 1\nshow 00 metadata/timestamp.json\nend\n",
                "dovetail-journal 1\nold metadata/timestamp.json\nend\n"
            })
    void aJournalThatReachesOutsideIsRefused(String journal) throws IOException {
        Files.writeString(folder.resolve("metadata/.journal"), journal);

        assertThatThrownBy(() -> new PublishedFolder(folder, new RealDisk()).recover())
                .isInstanceOf(PublishException.class)
                .extracting("code")
                .isEqualTo("DT-PUBLISH-012");
    }

    private void deleteAll() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** A machine that goes dark after so many things were done to its disk, half a write being one of them. */
    private final class Stopped implements Disk {

        private final RealDisk real = new RealDisk();
        private int left;

        Stopped(int left) {
            this.left = left;
        }

        boolean carryOut(Change change) {
            try {
                new PublishedFolder(folder, this).carryOut(change);
                return true;
            } catch (PublishException e) {
                throw new AssertionError("Only darkness was expected", e);
            } catch (Darkness e) {
                return false;
            }
        }

        private void step() {
            if (left-- == 0) {
                throw new Darkness();
            }
        }

        @Override
        public void write(Path file, Content content) throws IOException {
            if (left == 0) {
                real.write(file, new Content.Bytes(bytes("ha")));
            }
            step();
            step();
            real.write(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            real.move(from, to);
        }

        @Override
        public void force(Path path) throws IOException {
            step();
            real.force(path);
        }

        @Override
        public void delete(Path path) throws IOException {
            step();
            real.delete(path);
        }
    }

    private static final class Darkness extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
