package dev.dovetail.provisioner.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Health as JSON, specified in {@code docs/formats/home.md}. */
public final class HealthFormat {

    private static final int VERSION = 1;

    private HealthFormat() {}

    /**
     * @param health what to write
     * @return UTF-8 JSON
     */
    public static byte[] write(Health health) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", VERSION);
            json.writeObjectFieldStart("attempts");
            json.writeNumberField("generation", health.attempts().generation());
            json.writeNumberField("count", health.attempts().count());
            json.writeEndObject();
            json.writeArrayFieldStart("trials");
            for (Trial trial : health.trials()) {
                write(json, trial);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("failed");
            for (FailedVersion version : health.failed()) {
                write(json, version);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("incidents");
            for (Incident incident : health.incidents()) {
                write(json, incident);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Trial trial) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", trial.feature());
        json.writeStringField("title", trial.title());
        json.writeStringField("version", trial.version());
        json.writeStringField("bundle", trial.bundle());
        json.writeNumberField("before", trial.before());
        json.writeBooleanField("running", trial.running());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FailedVersion version) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", version.feature());
        json.writeStringField("version", version.version());
        json.writeStringField("bundle", version.bundle());
        json.writeStringField("reason", version.reason());
        json.writeStringField("at", version.at().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Incident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", incident.code());
        json.writeStringField("message", incident.message());
        json.writeStringField("at", incident.at().toString());
        json.writeEndObject();
    }

    /**
     * @param bytes UTF-8 JSON
     * @return the health
     * @throws IOException when it is not what {@link #write} writes; the message says where
     */
    public static Health read(byte[] bytes) throws IOException {
        JsonTree.Members root = JsonTree.read(bytes);
        try {
            if (root.integer("format") != VERSION) {
                throw new IOException("expected format " + VERSION + ", found " + root.integer("format"));
            }
            JsonTree.Members attempts = root.object("attempts");
            return new Health(
                    new Attempts(attempts.integer("generation"), Math.toIntExact(attempts.integer("count"))),
                    root.objects("trials").stream().map(HealthFormat::trial).toList(),
                    root.objects("failed").stream().map(HealthFormat::failed).toList(),
                    root.objects("incidents").stream()
                            .map(HealthFormat::incident)
                            .toList());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Trial trial(JsonTree.Members json) {
        return new Trial(
                json.text("feature"),
                json.text("title"),
                json.text("version"),
                json.text("bundle"),
                json.integer("before"),
                json.truth("running"));
    }

    private static FailedVersion failed(JsonTree.Members json) {
        return new FailedVersion(
                json.text("feature"), json.text("version"), json.text("bundle"), json.text("reason"), at(json));
    }

    private static Incident incident(JsonTree.Members json) {
        return new Incident(json.text("code"), json.text("message"), at(json));
    }

    private static Instant at(JsonTree.Members json) {
        return Instant.parse(json.text("at"));
    }
}
