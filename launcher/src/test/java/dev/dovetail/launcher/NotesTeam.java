package dev.dovetail.launcher;

import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.GZIPOutputStream;
import org.osgi.framework.Version;

/** A team that publishes one feature, notes, on a server on loopback: signed, and unsigned beside it. */
public final class NotesTeam implements AutoCloseable {

    private static final String INDEX = "index-notes.xml.gz";

    private final SampleRepository repository = new SampleRepository();
    private final SampleServer server = new SampleServer(repository.files());

    public NotesTeam(String name) throws Exception {
        JsonObject charter = JsonObject.EMPTY
                .with("name", Json.text(name))
                .with("bundles", Json.texts(List.of("team.notes")))
                .with("carries", Json.texts(List.of("team.paper")));
        repository.saying(JsonObject.EMPTY.with("x-dovetail", charter));
        repository.delegate("targets", "notes", true, INDEX, "bundles/team.notes/*");
        publish("1.0.0");
    }

    /** Offers this version and no other. */
    public void publish(String version) throws Exception {
        byte[] jar = jar(version);
        String path = "bundles/team.notes/team.notes-" + version + ".jar";
        repository
                .addTarget("notes", path, jar)
                .addTarget("notes", INDEX, gzip(index(jar, version, url().resolve("targets/" + path))))
                .publishAll();
        repository.files().put(path, jar);
        repository.files().put("index.xml", index(jar, version, url().resolve(path)));
    }

    /** Leaves nothing but what is unsigned. */
    public NotesTeam withoutSignatures() {
        repository.files().keySet().removeIf(path -> path.startsWith("metadata/"));
        return this;
    }

    public URI url() {
        return server.url();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(repository.root(1));
    }

    /** The address with the fingerprint behind it. */
    public String trusted() {
        return url() + "#" + fingerprint().sha256();
    }

    public List<String> requests() {
        return server.requests();
    }

    private byte[] index(byte[] jar, String version, URI place) throws IOException {
        Map<String, Object> identity =
                Map.of("osgi.identity", "team.notes", "type", "osgi.bundle", "version", new Version(version));
        Map<String, Object> feature = Map.of("dovetail.feature", "notes", "title", "Notes");
        IndexedBundle bundle = new IndexedBundle(
                new IndexedBundle.Identity(
                        "team.notes",
                        new Version(version),
                        Digests.sha256(jar).sha256().orElseThrow()),
                jar.length,
                place,
                url(),
                List.of(
                        new Clause("osgi.identity", identity, Map.of()),
                        new Clause("dovetail.feature", feature, Map.of())),
                List.of());
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        new IndexWriter().write(List.of(bundle), xml);
        return xml.toByteArray();
    }

    private static byte[] jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "team.notes");
        main.putValue("Bundle-Version", version);
        main.putValue("Provide-Capability", "dovetail.feature;dovetail.feature=notes;title=Notes");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.flush();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** From now on nobody answers. */
    @Override
    public void close() {
        server.close();
    }
}
