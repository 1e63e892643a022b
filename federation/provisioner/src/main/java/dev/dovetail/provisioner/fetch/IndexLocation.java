package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Where a repository's index may lie, and how it is unpacked. */
final class IndexLocation {

    private IndexLocation() {}

    /** The places to look at, in order. */
    static List<URI> of(URI repository) {
        if (namesAFile(repository)) {
            return List.of(repository);
        }
        URI folder = repository.getPath().endsWith("/") ? repository : URI.create(repository + "/");
        return List.of(folder.resolve("index.xml.gz"), folder.resolve("index.xml"));
    }

    static URI last(URI repository) {
        List<URI> places = of(repository);
        return places.get(places.size() - 1);
    }

    /**
     * Unpacked by the file's name, not by a header: static servers disagree about {@code Content-Encoding}. What was sent
     * is bounded before it is unpacked: a gzip file can go on for ever without a byte in it.
     */
    static byte[] unpack(URI url, InputStream body, int limit) throws IOException, RepositoryException {
        byte[] sent = bounded(url, body, limit);
        if (!url.getPath().endsWith(".gz")) {
            return sent;
        }
        try (InputStream xml = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return bounded(url, xml, limit);
        } catch (IOException e) {
            throw new RepositoryException(
                    "DT-FETCH-011",
                    "Expected a gzip file, found something else: " + e.getMessage() + " at " + url,
                    "Nothing of it is used. Tell the repository's publisher.",
                    e);
        }
    }

    private static byte[] bounded(URI url, InputStream in, int limit) throws IOException, RepositoryException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new RepositoryException(
                    "DT-FETCH-009",
                    "Expected an index of at most " + limit + " bytes, found more at " + url,
                    "Tell the repository's publisher.");
        }
        return bytes;
    }

    private static boolean namesAFile(URI repository) {
        return repository.getPath().endsWith(".xml") || repository.getPath().endsWith(".xml.gz");
    }
}
