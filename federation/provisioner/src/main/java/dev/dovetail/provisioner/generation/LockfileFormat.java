package dev.dovetail.provisioner.generation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Route;
import dev.dovetail.provisioner.json.JsonTree;
import dev.dovetail.provisioner.store.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Lockfiles as JSON, specified in {@code docs/formats/lockfile.md}. Written the same way each time, with one bundle or
 * feature to a line, so that two generations can be compared by eye.
 */
public final class LockfileFormat {

    private static final int VERSION = 2;
    /** Without wires. */
    private static final int FIRST = 1;

    private LockfileFormat() {}

    /**
     * @param lockfile what to write
     * @return UTF-8 JSON
     */
    public static byte[] write(Lockfile lockfile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", VERSION);
            json.writeNumberField("generation", lockfile.generation());
            json.writeArrayFieldStart("bundles");
            for (LockedBundle bundle : lockfile.bundles()) {
                write(json, bundle);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("features");
            for (LockedFeature feature : lockfile.features()) {
                write(json, feature);
            }
            json.writeEndArray();
            WiresFormat.write(json, lockfile);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, LockedBundle bundle) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbolicName", bundle.symbolicName());
        json.writeStringField("version", bundle.version());
        json.writeStringField("sha256", bundle.content().sha256());
        json.writeNumberField("size", bundle.content().size());
        json.writeStringField("url", bundle.url().toString());
        json.writeStringField("repository", bundle.repository().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LockedFeature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", feature.id());
        json.writeStringField("version", feature.version());
        json.writeStringField("title", feature.title());
        json.writeStringField("description", feature.description());
        json.writeStringField("icon", feature.icon());
        json.writeStringField("vendor", feature.vendor());
        if (feature.exclusive()) {
            json.writeBooleanField("exclusive", true);
        }
        json.writeStringField("repository", feature.repository().toString());
        json.writeStringField("bundle", feature.bundle());
        json.writeArrayFieldStart("closure");
        for (String sha256 : feature.closure()) {
            json.writeString(sha256);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("contributions");
        for (Contribution contribution : feature.contributions()) {
            write(json, contribution);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Contribution contribution) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", contribution instanceof Contribution.View ? "view" : "command");
        json.writeStringField("id", contribution.id());
        json.writeStringField("title", contribution.title());
        json.writeStringField("icon", contribution.icon());
        if (contribution instanceof Contribution.View view) {
            json.writeNumberField("order", view.order());
            if (!view.route().equals(Route.of(view.id()))) {
                json.writeStringField("route", view.route());
            }
        }
        json.writeEndObject();
    }

    /**
     * Reads strictly: unknown members are passed over, missing ones and wrong forms are not. Wires that are damaged are
     * not believed, and the rest is.
     *
     * @param bytes UTF-8 JSON
     * @return the lockfile
     * @throws IOException when it is not what {@link #write} writes; the message says where
     */
    public static Lockfile read(byte[] bytes) throws IOException {
        JsonTree.Members root = JsonTree.read(bytes);
        try {
            long format = root.integer("format");
            if (format != VERSION && format != FIRST) {
                throw new IOException("expected format " + FIRST + " or " + VERSION + ", found " + format);
            }
            List<LockedBundle> bundles =
                    root.objects("bundles").stream().map(LockfileFormat::bundle).toList();
            List<LockedFeature> features = root.objects("features").stream()
                    .map(LockfileFormat::feature)
                    .toList();
            Lockfile unwired = new Lockfile(root.integer("generation"), bundles, features);
            return format == FIRST ? unwired : wired(unwired, root);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What runs doesn't depend on the wires: without them the framework chooses, as it would without a record. */
    private static Lockfile wired(Lockfile lockfile, JsonTree.Members root) {
        try {
            return new Lockfile(lockfile.generation(), lockfile.bundles(), lockfile.features(), WiresFormat.read(root));
        } catch (IllegalArgumentException e) {
            System.getLogger(LockfileFormat.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The wires of generation " + lockfile.generation()
                                    + " can't be used, so the framework chooses: " + e.getMessage());
            return lockfile;
        }
    }

    private static LockedBundle bundle(JsonTree.Members json) {
        return new LockedBundle(
                json.text("symbolicName"),
                json.text("version"),
                new Content(json.text("sha256"), json.integer("size")),
                URI.create(json.text("url")),
                URI.create(json.text("repository")));
    }

    private static LockedFeature feature(JsonTree.Members json) {
        return new LockedFeature(
                json.text("id"),
                json.text("version"),
                json.text("title"),
                json.text("description"),
                json.text("icon"),
                json.text("vendor"),
                json.has("exclusive") && json.truth("exclusive"),
                URI.create(json.text("repository")),
                json.text("bundle"),
                json.texts("closure"),
                json.objects("contributions").stream()
                        .map(LockfileFormat::contribution)
                        .toList());
    }

    private static Contribution.View view(JsonTree.Members json) {
        String id = json.text("id");
        String route = json.has("route") ? json.text("route") : Route.of(id);
        return new Contribution.View(id, json.text("title"), json.text("icon"), order(json), route);
    }

    private static int order(JsonTree.Members json) {
        long order = json.integer("order");
        if (order != (int) order) {
            throw new IllegalArgumentException("expected \"order\" between -2^31 and 2^31 - 1, found " + order);
        }
        return (int) order;
    }

    private static Contribution contribution(JsonTree.Members json) {
        return switch (json.text("kind")) {
            case "view" -> view(json);
            case "command" -> new Contribution.Command(json.text("id"), json.text("title"), json.text("icon"));
            default -> throw new IllegalArgumentException("expected a view or a command, found: " + json.text("kind"));
        };
    }
}
