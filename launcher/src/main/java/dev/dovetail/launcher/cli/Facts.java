package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.doctor.Finding;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.VersionRange;

/** What the verbs print with {@code --json}; the fields are specified in {@code docs/formats/command-line.md}. */
final class Facts {

    private Facts() {}

    /** Writes the members of an object. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String list(Snapshot snapshot) {
        return object(json -> {
            json.writeNumberField("generation", snapshot.generation());
            json.writeArrayFieldStart("features");
            for (FeatureStatus feature : snapshot.features()) {
                write(json, feature);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("repositories");
            for (RepositoryStatus repository : snapshot.repositories()) {
                write(json, repository);
            }
            json.writeEndArray();
        });
    }

    static String status(String home, boolean running, Lockfile lockfile, Disk disk) {
        return status(home, running, lockfile, disk, json -> {});
    }

    /** The same with more members at its end. */
    static String status(String home, boolean running, Lockfile lockfile, Disk disk, Body more) {
        Health health = disk.health().read();
        return object(json -> {
            json.writeStringField("home", home);
            json.writeBooleanField("running", running);
            json.writeNumberField("generation", lockfile.generation());
            json.writeArrayFieldStart("features");
            for (LockedFeature feature : lockfile.features()) {
                write(json, feature);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("bundles");
            for (LockedBundle bundle : lockfile.bundles()) {
                write(json, bundle);
            }
            json.writeEndArray();
            if (disk.generations().good().isPresent()) {
                json.writeNumberField("good", disk.generations().good().getAsLong());
            }
            write(json, health);
            Optional<HeldUp> heldUp = disk.heldUp().read();
            if (heldUp.isPresent()) {
                write(json, heldUp.get());
            }
            more.write(json);
        });
    }

    private static void write(JsonGenerator json, HeldUp heldUp) throws IOException {
        json.writeObjectFieldStart("heldUp");
        json.writeStringField("id", heldUp.feature());
        json.writeStringField("version", heldUp.version());
        json.writeStringField("where", heldUp.where());
        json.writeStringField("since", heldUp.since().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Health health) throws IOException {
        json.writeArrayFieldStart("trials");
        for (Trial trial : health.trials()) {
            json.writeStartObject();
            json.writeStringField("id", trial.feature());
            json.writeStringField("version", trial.version());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failed");
        for (FailedVersion version : health.failed()) {
            json.writeStartObject();
            json.writeStringField("id", version.feature());
            json.writeStringField("version", version.version());
            json.writeStringField("bundle", version.bundle());
            json.writeStringField("reason", version.reason());
            json.writeStringField("at", version.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("incidents");
        for (Incident incident : health.incidents()) {
            json.writeStartObject();
            json.writeStringField("code", incident.code());
            json.writeStringField("message", incident.message());
            json.writeStringField("at", incident.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String findings(List<Finding> findings) {
        return object(json -> {
            json.writeBooleanField(
                    "broken", findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.BROKEN));
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("subject", finding.subject());
                json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
                json.writeStringField("message", finding.message());
                json.writeStringField("hint", finding.hint());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, FeatureStatus feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", feature.id());
        json.writeStringField("version", feature.state().version());
        json.writeStringField("title", feature.title());
        json.writeStringField("description", feature.description());
        json.writeStringField("vendor", feature.vendor());
        json.writeStringField("repository", feature.repository().toString());
        json.writeStringField("state", state(feature.state()));
        if (feature.state() instanceof FeatureStatus.Updatable updatable) {
            json.writeStringField("newer", updatable.newer());
        } else if (feature.state() instanceof FeatureStatus.HeldBack held) {
            json.writeStringField("newer", held.newer());
            json.writeStringField("reason", held.reason());
        }
        if (feature.state().deadline().isPresent()) {
            json.writeObjectFieldStart("mandatory");
            DeadlineFacts.write(json, feature.state().deadline().get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static String state(FeatureStatus.State state) {
        if (state instanceof FeatureStatus.Available) {
            return "available";
        }
        if (state instanceof FeatureStatus.HeldBack) {
            return "held-back";
        }
        return state instanceof FeatureStatus.Updatable ? "updatable" : "installed";
    }

    private static void write(JsonGenerator json, RepositoryStatus repository) throws IOException {
        json.writeStartObject();
        json.writeStringField("url", repository.url().toString());
        json.writeBooleanField("signed", repository.signed());
        json.writeBooleanField("reachable", repository.reachable());
        json.writeStringField("problem", repository.detail());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, LockedFeature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", feature.id());
        json.writeStringField("version", feature.version());
        json.writeStringField("title", feature.title());
        json.writeStringField("repository", feature.repository().toString());
        json.writeStringField("bundle", feature.bundle());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LockedBundle bundle) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbolicName", bundle.symbolicName());
        json.writeStringField("version", bundle.version());
        json.writeStringField("sha256", bundle.content().sha256());
        json.writeNumberField("size", bundle.content().size());
        json.writeStringField("url", bundle.url().toString());
        json.writeEndObject();
    }

    static String repositories(List<? extends Repository> repositories) {
        return object(json -> {
            json.writeArrayFieldStart("repositories");
            for (Repository repository : repositories) {
                write(json, repository);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Repository repository) throws IOException {
        Namespace namespace = repository.namespace();
        json.writeStartObject();
        json.writeStringField("name", repository.name());
        json.writeStringField("url", repository.url().toString());
        if (repository instanceof Repository.Trusted trusted) {
            json.writeStringField("root", trusted.root().sha256());
            AccessFacts.write(trusted.access(), json);
        }
        write(json, "bundles", namespace.bundles().patterns());
        write(json, "carries", namespace.carries().patterns());
        write(json, "packages", namespace.packages().patterns());
        write(
                json,
                "allows",
                namespace.allows().stream().sorted().map(Permission::word).toList());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static String pins(Pins pins) {
        return object(json -> {
            json.writeObjectFieldStart("pins");
            for (Map.Entry<String, VersionRange> pin : pins.ranges().entrySet()) {
                json.writeStringField(pin.getKey(), pin.getValue().toString());
            }
            json.writeEndObject();
        });
    }

    static String object(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return out.toString();
    }
}
