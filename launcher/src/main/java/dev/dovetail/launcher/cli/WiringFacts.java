package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.generation.SharedPackage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who gets what from whom in a generation, for programs. */
record WiringFacts(Lockfile lockfile) {

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("wiring");
        for (LockedBundle bundle : lockfile.bundles()) {
            LockedWiring wiring = lockfile.wires().getOrDefault(bundle.content().sha256(), LockedWiring.UNKNOWN);
            json.writeStartObject();
            json.writeStringField("bundle", bundle.name());
            json.writeBooleanField("recorded", wiring.recorded());
            json.writeArrayFieldStart("gets");
            for (LockedWire wire : wiring.wires()) {
                write(json, wire);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, SharedPackage.in(lockfile));
    }

    private void write(JsonGenerator json, LockedWire wire) throws IOException {
        json.writeStartObject();
        json.writeStringField("namespace", wire.namespace());
        json.writeStringField("name", wire.name());
        json.writeStringField("from", new WiringInWords(lockfile).provider(wire.provider()));
        json.writeBooleanField("platform", wire.ofPlatform());
        json.writeEndObject();
    }

    /** The packages that a feature uses. */
    void write(JsonGenerator json, String feature) throws IOException {
        write(
                json,
                SharedPackage.in(lockfile).stream()
                        .filter(shared -> shared.isUsedBy(feature))
                        .toList());
    }

    private void write(JsonGenerator json, List<SharedPackage> packages) throws IOException {
        json.writeArrayFieldStart("packages");
        for (SharedPackage shared : packages) {
            json.writeStartObject();
            json.writeStringField("name", shared.name());
            json.writeStringField("sharing", shared.sharing().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("providers");
            for (Map.Entry<String, Set<String>> provider : named(shared).entrySet()) {
                json.writeStartObject();
                json.writeStringField("bundle", provider.getKey());
                Facts.write(json, "features", List.copyOf(provider.getValue()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private Map<String, Set<String>> named(SharedPackage shared) {
        Map<String, Set<String>> named = new TreeMap<>();
        WiringInWords words = new WiringInWords(lockfile);
        shared.providers().forEach((provider, features) -> named.put(words.provider(provider), features));
        return named;
    }
}
