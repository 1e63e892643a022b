package dev.dovetail.publisher.index;

import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.publisher.failure.PublishException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that a team offers, as the compressed index its clients read. The same entries are always the same bytes: sorted, and
 * without a time. Immutable.
 */
public final class TeamIndex implements Iterable<IndexEntry> {

    private static final Comparator<IndexEntry> ORDER = Comparator.comparing(IndexEntry::bsn)
            .thenComparing(IndexEntry::version)
            .thenComparing(IndexEntry::sha256);

    // Where an index lies matters to nobody here: addresses in it are relative.
    private static final URI ANYWHERE = URI.create("http://localhost/");
    private static final long LARGEST = 64L << 20;

    private final String team;
    private final NavigableSet<IndexEntry> entries = new TreeSet<>(ORDER);

    /**
     * @param team whose
     * @param entries what it offers, in any order
     */
    public TeamIndex(String team, Collection<IndexEntry> entries) {
        this.team = team;
        this.entries.addAll(entries);
    }

    /**
     * Reads an index, with the reader that clients use.
     *
     * @param team whose
     * @param gz the compressed XML
     * @return the index
     * @throws PublishException when a client could not use it, or an entry of it
     */
    public static TeamIndex read(String team, byte[] gz) throws PublishException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gz))) {
            byte[] xml = in.readNBytes((int) LARGEST + 1);
            Index index = new IndexReader().read(new ByteArrayInputStream(xml), ANYWHERE, ANYWHERE);
            if (!index.refused().isEmpty()) {
                throw refused(
                        team,
                        index.refused().get(0).entry() + ": "
                                + index.refused().get(0).reason());
            }
            return new TeamIndex(
                    team, index.bundles().stream().map(IndexEntry::of).toList());
        } catch (IOException | IndexException e) {
            throw refused(team, String.valueOf(e.getMessage()));
        }
    }

    private static PublishException refused(String team, String why) {
        return new PublishException(
                "DT-PUBLISH-025",
                "Clients could not use the index of team " + team + ": " + why,
                "Correct what the bundle's manifest says of itself, and build it again.");
    }

    /**
     * @param more entries, which take the place of those of the same bundles
     * @return an index with them as well
     */
    public TeamIndex with(Collection<IndexEntry> more) {
        TeamIndex all = new TeamIndex(team, entries);
        more.forEach(all.entries::remove);
        all.entries.addAll(more);
        return all;
    }

    /** @return by name and version */
    @Override
    public Iterator<IndexEntry> iterator() {
        return List.copyOf(entries).iterator();
    }

    /** @return the file, compressed */
    public byte[] bytes() {
        byte[] xml = IndexXml.of(team, entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(xml.length / 8 + 64);
        try (OutputStream gz = new BestGzip(bytes)) {
            gz.write(xml);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Written once, read by everybody. The JDK's header has no time in it. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
