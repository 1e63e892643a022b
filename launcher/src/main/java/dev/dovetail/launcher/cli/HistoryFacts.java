package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Change;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code revert --list} and {@code pin --generation} print with {@code --json}. */
final class HistoryFacts {

    private HistoryFacts() {}

    static String of(List<Generation> kept, Disk disk) throws HomeException {
        List<Facts.Body> bodies = new ArrayList<>();
        for (Generation generation : kept) {
            List<LockedFeature> features =
                    disk.generations().at(generation.number()).features();
            bodies.add(json -> write(json, generation, features));
        }
        long current = disk.generations().current().generation();
        return Facts.object(json -> {
            json.writeNumberField("generation", current);
            json.writeArrayFieldStart("generations");
            for (Facts.Body body : bodies) {
                body.write(json);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Generation generation, List<LockedFeature> features)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("generation", generation.number());
        json.writeStringField("since", generation.since().toString());
        json.writeBooleanField("current", generation.current());
        json.writeBooleanField("good", generation.good());
        json.writeBooleanField("pinned", generation.pinned());
        json.writeArrayFieldStart("features");
        for (LockedFeature feature : features) {
            Facts.write(json, feature);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Change change : generation.changes()) {
            write(json, change);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", change.id());
        if (change instanceof Generation.Added added) {
            move(json, "added", "", added.version());
        } else if (change instanceof Generation.Removed removed) {
            move(json, "removed", removed.version(), "");
        } else if (change instanceof Generation.Raised raised) {
            move(json, "raised", raised.from(), raised.to());
        } else if (change instanceof Generation.Lowered lowered) {
            move(json, "lowered", lowered.from(), lowered.to());
        }
        json.writeEndObject();
    }

    private static void move(JsonGenerator json, String change, String from, String to) throws IOException {
        json.writeStringField("change", change);
        json.writeStringField("from", from);
        json.writeStringField("to", to);
    }
}
