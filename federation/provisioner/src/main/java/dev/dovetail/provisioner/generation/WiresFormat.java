package dev.dovetail.provisioner.generation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.json.JsonTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wires of a lockfile as JSON: bundle by bundle, and of each provider in one line what it gives. */
final class WiresFormat {

    private WiresFormat() {}

    private record Source(String namespace, String provider) {}

    static void write(JsonGenerator json, Lockfile lockfile) throws IOException {
        json.writeArrayFieldStart("wires");
        for (LockedBundle bundle : lockfile.bundles()) {
            LockedWiring wiring = lockfile.wires().getOrDefault(bundle.content().sha256(), LockedWiring.UNKNOWN);
            if (wiring.recorded()) {
                write(json, bundle.content().sha256(), wiring.wires());
            }
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String bundle, List<LockedWire> wires) throws IOException {
        json.writeStartObject();
        json.writeStringField("bundle", bundle);
        json.writeArrayFieldStart("gets");
        for (Map.Entry<Source, List<String>> source : bySource(wires).entrySet()) {
            json.writeStartObject();
            json.writeStringField("namespace", source.getKey().namespace());
            json.writeStringField("from", source.getKey().provider());
            json.writeArrayFieldStart("names");
            for (String name : source.getValue()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Map<Source, List<String>> bySource(List<LockedWire> wires) {
        Map<Source, List<String>> sources = new LinkedHashMap<>();
        for (LockedWire wire : wires) {
            sources.computeIfAbsent(new Source(wire.namespace(), wire.provider()), source -> new ArrayList<>())
                    .add(wire.name());
        }
        return sources;
    }

    /** Throws an {@link IllegalArgumentException} for anything but what {@link #write} writes. */
    static Map<String, LockedWiring> read(JsonTree.Members root) {
        Map<String, LockedWiring> wires = new LinkedHashMap<>();
        for (JsonTree.Members json : root.objects("wires")) {
            List<LockedWire> gets = new ArrayList<>();
            for (JsonTree.Members source : json.objects("gets")) {
                String namespace = source.text("namespace");
                String from = source.text("from");
                source.texts("names").forEach(name -> gets.add(new LockedWire(namespace, name, from)));
            }
            String bundle = json.text("bundle");
            if (wires.put(bundle, LockedWiring.of(gets)) != null) {
                throw new IllegalArgumentException("expected the wires of a bundle once, found them twice: " + bundle);
            }
        }
        return wires;
    }
}
