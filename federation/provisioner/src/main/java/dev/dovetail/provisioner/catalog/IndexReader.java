package dev.dovetail.provisioner.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads OSGi Repository XML (Compendium 132.5), within limits. An entry that cannot be used is left out with a reason;
 * a document that cannot be used is refused as a whole. Holds no state: one reader serves any number of threads.
 */
public final class IndexReader {

    static final String NAMESPACE = "http://www.osgi.org/xmlns/repository/v1.0.0";

    private final IndexLimits limits;

    /** Reads with the standard limits. */
    public IndexReader() {
        this(IndexLimits.standard());
    }

    /** @param limits where to give up */
    public IndexReader(IndexLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads what a repository offers.
     *
     * @param in the XML, uncompressed; is not closed
     * @param repository the repository
     * @param url where its index was found: the base of relative addresses, and the only origin that bundles may have
     * @return the entries, usable or not
     * @throws IOException when the stream fails
     * @throws IndexException when it is no index, or beyond the limits
     */
    public Index read(InputStream in, URI repository, URI url) throws IOException, IndexException {
        return read(in, new EntryReader(repository, address -> EntryReader.sameOrigin(url, address)));
    }

    /**
     * Reads a set of bundles of several repositories, written by {@link IndexWriter} on this machine.
     *
     * @param in the XML; is not closed
     * @return the bundles
     * @throws IOException when the stream fails
     * @throws IndexException when it is not what was written, be it in a single entry
     */
    public List<IndexedBundle> readInstalled(InputStream in) throws IOException, IndexException {
        var index = read(in, new EntryReader(URI.create(""), EntryReader::absolute));
        if (!index.refused().isEmpty()) {
            var first = index.refused().get(0);
            throw new IndexException("Expected only usable entries, found " + first.entry() + ": " + first.reason());
        }
        return index.bundles();
    }

    private Index read(InputStream in, EntryReader entries) throws IOException, IndexException {
        var scanner = new IndexScanner(in, limits);
        scanner.next();
        if (!scanner.at("repository")) {
            throw new IndexException("Expected <repository> of " + NAMESPACE + ", found " + scanner.element() + " of \""
                    + scanner.namespace() + "\" at " + scanner.where() + ".");
        }
        while (scanner.next()) {
            if (scanner.starts(2, "resource")) {
                entries.read(scanner);
            }
        }
        return withoutContradictions(entries);
    }

    /** Keeps one of equal entries, and none of those that give one version several digests. */
    private static Index withoutContradictions(EntryReader entries) {
        var refused = new ArrayList<>(entries.refused());
        var digests = new HashMap<String, String>();
        var contradictory = new LinkedHashMap<String, IndexedBundle>();
        for (var bundle : entries.bundles()) {
            var name = bundle.toString();
            if (!Optional.ofNullable(digests.putIfAbsent(name, bundle.sha256()))
                    .orElse(bundle.sha256())
                    .equals(bundle.sha256())) {
                contradictory.putIfAbsent(name, bundle);
            }
        }
        contradictory.forEach((name, bundle) -> refused.add(new RefusedEntry(
                bundle.repository(),
                name,
                "expected one digest per version, found " + digests.get(name) + " and " + bundle.sha256())));
        var bundles = entries.bundles().stream()
                .distinct()
                .filter(bundle -> !contradictory.containsKey(bundle.toString()))
                .toList();
        return new Index(entries.repository(), bundles, refused);
    }

    /** What has been read of a {@code <capability>} or {@code <requirement>}. */
    static Clause clause(IndexScanner scanner, List<String> problems) throws IOException, IndexException {
        var depth = scanner.depth();
        var namespace = scanner.attribute("namespace").orElse("");
        if (namespace.isEmpty()) {
            problems.add("expected a namespace on " + scanner.element() + ", found none");
        }
        Map<String, Object> attributes = new HashMap<>();
        Map<String, String> directives = new HashMap<>();
        while (scanner.next() && scanner.depth() >= depth) {
            if (scanner.starts(depth + 1, "attribute")) {
                var value = new TypedValue(
                        scanner.attribute("type").orElse("String"),
                        scanner.attribute("value").orElse(""));
                add(scanner, attributes, value::parse, problems);
            } else if (scanner.starts(depth + 1, "directive")) {
                add(scanner, directives, () -> scanner.attribute("value").orElse(""), problems);
            }
        }
        return new Clause(namespace, attributes, directives);
    }

    private static <T> void add(IndexScanner scanner, Map<String, T> values, Supplier<T> value, List<String> problems) {
        var name = scanner.attribute("name").orElse("");
        try {
            if (name.isEmpty() || scanner.attribute("value").isEmpty()) {
                problems.add("expected a name and a value on " + scanner.element() + " at " + scanner.where());
            } else if (values.putIfAbsent(name, value.get()) != null) {
                problems.add("expected " + name + " once, found it again at " + scanner.where());
            }
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
        }
    }
}
