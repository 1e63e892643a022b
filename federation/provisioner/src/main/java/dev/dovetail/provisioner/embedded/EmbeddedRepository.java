package dev.dovetail.provisioner.embedded;

import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import dev.dovetail.trust.failure.TrustException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A copy of a repository in a folder, of the same format as the one that it is a copy of. What it offers says that it
 * comes from there: so an update comes from there too.
 */
public final class EmbeddedRepository {

    private static final long LARGEST_INDEX = 16L * 1024 * 1024;

    private final Path folder;
    private final Repository.Trusted repository;

    /**
     * @param folder the copy, with {@code metadata} and {@code targets}
     * @param repository what it is a copy of, and its pinned root
     */
    public EmbeddedRepository(Path folder, Repository.Trusted repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /**
     * Verifies it and reads what it offers.
     *
     * @param reader reads indexes
     * @return its index: each bundle of it is signed
     * @throws IOException when something is missing
     * @throws TrustException when something is not believed
     * @throws IndexException when an index is none
     */
    public Index index(IndexReader reader) throws IOException, TrustException, IndexException {
        EmbeddedMetadata metadata = EmbeddedMetadata.verified(folder, repository);
        List<IndexedBundle> bundles = new ArrayList<>();
        for (String team : metadata.teams()) {
            String path = "index-" + team + ".xml.gz";
            Optional<Content> content = metadata.content(path);
            if (content.isPresent()) {
                bundles.addAll(signed(metadata, parse(reader, path, content.get())));
            }
        }
        return new Index(repository.url(), bundles, List.of());
    }

    private Index parse(IndexReader reader, String path, Content content) throws IOException, IndexException {
        Path file = folder.resolve("targets").resolve(content.sha256() + "." + path);
        if (Files.size(file) != content.size() || content.size() > LARGEST_INDEX) {
            throw new IOException("expected " + content.size() + " bytes, found " + Files.size(file) + " in " + file);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!Content.of(bytes).equals(content)) {
            throw new IOException("expected the signed digest, found another of " + file);
        }
        try (InputStream xml = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return reader.read(xml, repository.url(), targets().resolve(path));
        }
    }

    private List<IndexedBundle> signed(EmbeddedMetadata metadata, Index index) throws IOException, TrustException {
        List<IndexedBundle> signed = new ArrayList<>();
        for (IndexedBundle bundle : index.bundles()) {
            String path = path(bundle.bsn(), bundle.bsn() + "-" + bundle.version() + ".jar");
            Content indexed = new Content(bundle.sha256(), bundle.size());
            if (metadata.content(path).filter(indexed::equals).isPresent()) {
                signed.add(bundle.at(
                        targets().resolve(file(bundle.bsn(), bundle.version().toString(), indexed)),
                        IndexedBundle.UNKNOWN_SIZE));
            }
        }
        return signed;
    }

    private URI targets() {
        String url = repository.url().toString();
        return URI.create((url.endsWith("/") ? url : url + "/") + "targets/");
    }

    private static String path(String symbolicName, String file) {
        return "bundles/" + symbolicName + "/" + file;
    }

    private static String file(String symbolicName, String version, Content content) {
        return path(symbolicName, content.sha256() + "." + symbolicName + "-" + version + ".jar");
    }

    /**
     * Puts a jar into the store, if it is here. What lands there is exactly what was asked for.
     *
     * @param bundle which
     * @param store where it goes
     * @return whether it was here, and whole
     * @throws HomeException when it can't be written
     */
    public boolean supply(LockedBundle bundle, Store store) throws HomeException {
        Path jar = folder.resolve("targets").resolve(file(bundle.symbolicName(), bundle.version(), bundle.content()));
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(jar)) {
            store.put(bundle.content(), jar.toString(), bytes, count -> {});
            return true;
        } catch (IOException | RepositoryException e) {
            System.getLogger(EmbeddedRepository.class.getName())
                    .log(System.Logger.Level.WARNING, "What came with Dovetail is damaged: " + jar, e);
            return false;
        }
    }
}
