package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.generation.SharedPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who gets what from whom in a generation, for people. A running shell is held to what the lockfile says, so it is the same
 * whether one runs or not.
 */
record WiringInWords(Lockfile lockfile) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (LockedBundle bundle : lockfile.bundles()) {
            lines.addAll(wires(bundle));
        }
        SharedPackage.in(lockfile).forEach(shared -> lines.add(line(shared)));
        return lines;
    }

    private List<String> wires(LockedBundle bundle) {
        LockedWiring wiring = lockfile.wires().getOrDefault(bundle.content().sha256(), LockedWiring.UNKNOWN);
        List<String> lines = new ArrayList<>();
        lines.add("Wires       " + bundle.name() + (wiring.recorded() ? "" : ": not recorded; the framework chooses"));
        Map<String, List<String>> providers = new LinkedHashMap<>();
        for (LockedWire wire : wiring.wires()) {
            providers
                    .computeIfAbsent(provider(wire.provider()), name -> new ArrayList<>())
                    .add(wire.name().isEmpty() ? wire.namespace() : wire.name());
        }
        providers.forEach(
                (provider, names) -> lines.add("            from " + provider + ": " + String.join(", ", names)));
        return lines;
    }

    /** The name of a provider, with the version of those that belong to the generation. */
    String provider(String provider) {
        return lockfile.bundles().stream()
                .filter(bundle -> bundle.content().sha256().equals(provider))
                .map(LockedBundle::name)
                .findFirst()
                .orElse(provider);
    }

    /** What a feature uses, in the same words. */
    List<String> packages(String feature) {
        return SharedPackage.in(lockfile).stream()
                .filter(shared -> shared.isUsedBy(feature))
                .map(this::words)
                .toList();
    }

    private String line(SharedPackage shared) {
        return "Package     " + words(shared);
    }

    private String words(SharedPackage shared) {
        return shared.name() + " is " + shared.sharing().name().toLowerCase(Locale.ROOT) + ": "
                + shared.providers().entrySet().stream()
                        .map(from -> provider(from.getKey()) + " for " + String.join(", ", from.getValue()))
                        .sorted()
                        .collect(Collectors.joining("; "));
    }
}
