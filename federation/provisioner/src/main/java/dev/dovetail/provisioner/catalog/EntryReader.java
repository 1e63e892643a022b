package dev.dovetail.provisioner.catalog;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Turns the resources of one index into bundles, or into reasons why not. */
final class EntryReader {

    static final String CONTENT = "osgi.content";
    static final String IDENTITY = "osgi.identity";
    static final String REPOSITORY = "dovetail.repository";

    // bnd's way to tell what a multi-release jar requires of each Java version: entries beside the bundle's that stand
    // for
    // no jar. What a bundle requires on every Java version is in its own entry, which is what counts here.
    private static final String SYNTHETIC = "bnd.synthetic";
    private static final String MULTI_RELEASE = "bnd.multirelease";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Set<String> TYPES = Set.of("osgi.bundle", "osgi.fragment");
    private static final Set<String> JARS =
            Set.of("", "application/vnd.osgi.bundle", "application/java-archive", "application/x-java-archive");

    private final URI repository;
    private final Function<String, URI> addresses;
    private final List<IndexedBundle> bundles = new ArrayList<>();
    private final List<RefusedEntry> refused = new ArrayList<>();

    /**
     * @param repository whose index it is
     * @param addresses makes an absolute address of one that was written, or throws an IllegalArgumentException
     */
    EntryReader(URI repository, Function<String, URI> addresses) {
        this.repository = repository;
        this.addresses = addresses;
    }

    URI repository() {
        return repository;
    }

    List<IndexedBundle> bundles() {
        return bundles;
    }

    List<RefusedEntry> refused() {
        return refused;
    }

    /** Reads on to the end of the {@code <resource>} that the scanner has entered. */
    void read(IndexScanner scanner) throws IOException, IndexException {
        var where = scanner.where();
        var capabilities = new ArrayList<Clause>();
        var requirements = new ArrayList<Clause>();
        var problems = new ArrayList<String>();
        while (scanner.next() && scanner.depth() >= 2) {
            if (scanner.starts(3, "capability")) {
                capabilities.add(IndexReader.clause(scanner, problems));
            } else if (scanner.starts(3, "requirement")) {
                requirements.add(IndexReader.clause(scanner, problems));
            }
        }
        if (synthetic(capabilities)) {
            return;
        }
        requirements.removeIf(clause -> clause.namespace().equals(MULTI_RELEASE));
        if (problems.isEmpty()) {
            assemble(capabilities, requirements, problems);
        }
        if (!problems.isEmpty()) {
            refused.add(new RefusedEntry(repository, entry(capabilities, where), problems.get(0)));
        }
    }

    private static boolean synthetic(List<Clause> capabilities) {
        return capabilities.stream()
                .anyMatch(clause -> clause.namespace().equals(IDENTITY)
                        && SYNTHETIC.equals(clause.attributes().get("type")));
    }

    private static String entry(List<Clause> capabilities, String where) {
        return capabilities.stream()
                .filter(clause -> clause.namespace().equals(IDENTITY))
                .map(clause -> clause.attributes().get(IDENTITY) + " "
                        + clause.attributes().getOrDefault("version", Version.emptyVersion))
                .findFirst()
                .orElse("the entry at " + where);
    }

    private void assemble(List<Clause> capabilities, List<Clause> requirements, List<String> problems) {
        try {
            var identity = identity(capabilities);
            var content = content(capabilities);
            requirements.forEach(
                    clause -> RequirementFilter.parse(clause.directives().getOrDefault("filter", "")));
            bundles.add(new IndexedBundle(
                    new IndexedBundle.Identity(
                            string(identity, IDENTITY), version(identity), digest(string(content, CONTENT))),
                    size(content.attributes().get("size")),
                    addresses.apply(string(content, "url")),
                    origin(content),
                    capabilities.stream()
                            .filter(clause -> !clause.namespace().equals(CONTENT))
                            .toList(),
                    requirements));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static Clause identity(List<Clause> capabilities) {
        var identities = capabilities.stream()
                .filter(clause -> clause.namespace().equals(IDENTITY))
                .toList();
        require(identities.size() == 1, "expected one osgi.identity, found " + identities.size());
        var identity = identities.get(0);
        var type = identity.attributes().getOrDefault("type", "osgi.bundle");
        require(TYPES.contains(type), "expected the type osgi.bundle or osgi.fragment, found " + type);
        var name = string(identity, IDENTITY);
        require(NAME.matcher(name).matches(), "expected a name of letters, digits, _ . and -, found \"" + name + "\"");
        return identity;
    }

    private static Version version(Clause identity) {
        var version = identity.attributes().getOrDefault("version", Version.emptyVersion);
        if (version instanceof Version parsed) {
            return parsed;
        }
        throw new IllegalArgumentException("expected a version of type Version, found " + found(version));
    }

    private static Clause content(List<Clause> capabilities) {
        var contents = capabilities.stream()
                .filter(clause -> clause.namespace().equals(CONTENT))
                .toList();
        return contents.stream()
                .filter(clause -> JARS.contains(clause.attributes().getOrDefault("mime", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected an osgi.content that is a jar, found " + contents.size() + " that are not"));
    }

    private static String digest(String text) {
        require(DIGEST.matcher(text).matches(), "expected a SHA-256 of 64 hexadecimal digits, found \"" + text + "\"");
        return text.toLowerCase(Locale.ROOT);
    }

    private static long size(@Nullable Object size) {
        if (size instanceof Long bytes && bytes >= 0) {
            return bytes;
        }
        throw new IllegalArgumentException("expected a size of type Long, 0 or more, found " + found(size));
    }

    private URI origin(Clause content) {
        // Only a set of several repositories says so; an index cannot speak for another repository.
        return repository.toString().isEmpty() ? absolute(string(content, REPOSITORY)) : repository;
    }

    static URI absolute(String text) {
        var address = URI.create(text);
        require(address.isAbsolute(), "expected an absolute address, found " + text);
        return address;
    }

    static URI sameOrigin(URI index, String text) {
        var address = index.resolve(URI.create(text)).normalize();
        UnaryOperator<@Nullable String> folded = part -> part == null ? null : part.toLowerCase(Locale.ROOT);
        require(
                !address.isOpaque()
                        && Objects.equals(folded.apply(index.getScheme()), folded.apply(address.getScheme()))
                        && Objects.equals(
                                folded.apply(index.getRawAuthority()), folded.apply(address.getRawAuthority())),
                "expected an address on " + index.getScheme() + "://" + index.getRawAuthority() + ", found " + text);
        return address;
    }

    private static String string(Clause clause, String name) {
        var value = clause.attributes().get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "expected " + name + " of type String in " + clause.namespace() + ", found " + found(value));
    }

    private static String found(@Nullable Object value) {
        return value == null ? "none" : value.getClass().getSimpleName() + " " + value;
    }

    private static void require(boolean kept, String message) {
        if (!kept) {
            throw new IllegalArgumentException(message);
        }
    }
}
