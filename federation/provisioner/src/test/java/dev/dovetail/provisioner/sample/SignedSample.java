package dev.dovetail.provisioner.sample;

import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A signed repository on a server, whose teams say in their indexes whatever they are told to. */
public final class SignedSample implements AutoCloseable {

    private final SampleRepository repository = new SampleRepository();
    private boolean sized = true;
    private final SampleServer server = new SampleServer(repository.files());

    /** Says nothing of how large its bundles are unpacked, so that the gate lets them pass. */
    public SignedSample unsized() {
        sized = false;
        return this;
    }

    /** What can be changed about its signatures. */
    public SampleRepository signatures() {
        return repository;
    }

    public SampleServer server() {
        return server;
    }

    public URI url() {
        return server.url();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(repository.root(1));
    }

    /** As it stands in a profile that lets it bring these names. */
    public Repository.Trusted trusted(String name, String... bundles) {
        return new Repository.Trusted(
                name, url(), fingerprint(), Namespace.of(NamePatterns.of(bundles), NamePatterns.NONE));
    }

    /** One more team, which may sign bundles of these names. */
    public SignedSample team(String team, String... names) {
        List<String> paths = new ArrayList<>(List.of("index-" + team + ".xml.gz"));
        Arrays.stream(names).map(name -> "bundles/" + name + "/*").forEach(paths::add);
        repository.delegate("targets", team, true, paths.toArray(String[]::new));
        return this;
    }

    public static String path(SampleBundle bundle) {
        return "bundles/" + bundle.name() + "/" + bundle.name() + "-" + bundle.version() + ".jar";
    }

    /** A team's jar, signed, whether an index has it or not. */
    public SignedSample sign(String team, SampleBundle bundle) {
        repository.addTarget(team, path(bundle), bundle.jar());
        JsonObject custom = sized ? JsonObject.EMPTY.with("size-unpacked", Json.integer(4711)) : JsonObject.EMPTY;
        repository.describeTarget(team, path(bundle), TargetFile.of(bundle.jar().length, bundle.sha256(), custom));
        return this;
    }

    /** A team's index, whether what it has is signed or not. */
    public SignedSample index(String team, SampleBundle... bundles) {
        return index(team, Arrays.stream(bundles).map(this::entry).toList());
    }

    public SignedSample index(String team, List<IndexedBundle> entries) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            new IndexWriter().write(entries, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return index(team, gzip(xml.toByteArray()));
    }

    public SignedSample index(String team, byte[] file) {
        repository.addTarget(team, "index-" + team + ".xml.gz", file);
        return this;
    }

    /** What an honest index says of a bundle. */
    public IndexedBundle entry(SampleBundle bundle) {
        return bundle.indexed(url()).at(url().resolve("targets/" + path(bundle)), IndexedBundle.UNKNOWN_SIZE);
    }

    /** The bundles, signed and indexed, to be seen at once. */
    public SignedSample publish(String team, SampleBundle... bundles) {
        Arrays.stream(bundles).forEach(bundle -> sign(team, bundle));
        index(team, bundles);
        return publish();
    }

    public SignedSample publish() {
        repository.publishAll();
        return this;
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
