package dev.dovetail.provisioner.sample;

import dev.dovetail.provisioner.catalog.IndexWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A repository with a packed index, on a server that can be told to lie. */
public final class SampleRepository implements AutoCloseable {

    private final RawServer server = new RawServer();

    public URI url() {
        return server.url();
    }

    /** Offers exactly these. What was offered before can still be downloaded, as on any static server. */
    public void publish(SampleBundle... bundles) {
        for (SampleBundle bundle : bundles) {
            server.at("/" + bundle.file(), RawServer.ok(bundle.jar()));
        }
        server.at("/index.xml.gz", RawServer.ok(index(bundles)));
    }

    private byte[] index(SampleBundle... bundles) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            new IndexWriter()
                    .write(Arrays.stream(bundles).map(b -> b.indexed(url())).toList(), gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public void answer(SampleBundle bundle, RawServer.Answer answer) {
        server.at("/" + bundle.file(), answer);
    }

    public void answerIndex(RawServer.Answer answer) {
        server.at("/index.xml.gz", answer);
    }

    /** What was asked for since the last time this was asked. */
    public List<String> requests() {
        List<String> requests = List.copyOf(server.requests());
        server.requests().clear();
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }
}
