package dev.dovetail.provisioner.store;

import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What each repository last said, so that the catalog is there without a network. One file a repository: the address of
 * the index on the first line, the XML behind it.
 */
public final class IndexCache {

    private final Path directory;

    /** @param directory where the indexes lie */
    public IndexCache(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps an index.
     *
     * @param repository whose it is
     * @param url the file it came from
     * @param xml the index
     * @throws HomeException when it can't be written; what was kept before still is
     */
    public void keep(URI repository, URI url, byte[] xml) throws HomeException {
        byte[] head = (url + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + xml.length);
        System.arraycopy(xml, 0, all, head.length, xml.length);
        try {
            new AtomicFile(file(repository)).write(all);
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-008",
                    "Can't keep the index of " + repository + ": " + e.getMessage(),
                    "Check that the disk has room and that the home directory may be written.",
                    e);
        }
    }

    /**
     * @param repository whose index
     * @return what was last kept, if it can be read
     */
    public Optional<Kept> last(URI repository) {
        try {
            byte[] all = Files.readAllBytes(file(repository));
            int end = 0;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            URI url = URI.create(new String(all, 0, end, StandardCharsets.UTF_8));
            return Optional.of(new Kept(url, Arrays.copyOfRange(all, Math.min(end + 1, all.length), all.length)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(IndexCache.class.getName())
                    .log(System.Logger.Level.WARNING, "The kept index of " + repository + " is unreadable", e);
            return Optional.empty();
        }
    }

    private Path file(URI repository) {
        CRC32 crc = new CRC32();
        crc.update(repository.toString().getBytes(StandardCharsets.UTF_8));
        String readable = repository.toString().replaceAll("[^A-Za-z0-9.]+", "-");
        String name = readable.substring(0, Math.min(80, readable.length()));
        return directory.resolve(name + String.format("-%08x", crc.getValue())).resolve("index");
    }

    /**
     * A kept index.
     *
     * @param url the file it came from
     * @param xml the index
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed straight to the parser; nobody compares or keeps it.
    public record Kept(URI url, byte[] xml) {}
}
