package dev.dovetail.provisioner.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/** What the classes of one bundle, with its fragments, see: the packages it imports, exports, and gets with whole bundles. */
final class ClassSpace {

    static final String PACKAGE = "osgi.wiring.package";

    private final Resource host;
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Choice> imports = new LinkedHashMap<>();
    private final Map<String, List<Capability>> exports = new HashMap<>();
    private final Map<String, List<Source>> required = new HashMap<>();
    private final Set<Clash> contradictions = new LinkedHashSet<>();

    ClassSpace(Resource host) {
        this.host = host;
    }

    /**
     * Where a package comes from.
     *
     * @param provider the bundle, never a fragment
     * @param capability what it exports
     * @param choices why it comes from there; empty for the bundle's own
     */
    record Source(Resource provider, Capability capability, List<Choice> choices) {}

    Resource host() {
        return host;
    }

    List<Choice> choices() {
        return choices;
    }

    Set<Clash> contradictions() {
        return contradictions;
    }

    void export(Resource member) {
        for (var capability : member.getCapabilities(PACKAGE)) {
            exports.computeIfAbsent(name(capability), key -> new ArrayList<>(1)).add(capability);
        }
    }

    void choose(Choice choice, Resource provider, Assignment assignment) {
        choices.add(choice);
        if (!choice.requirement().getNamespace().equals(PACKAGE) || provider.equals(host)) {
            return;
        }
        var earlier = imports.putIfAbsent(name(choice.capability()), choice);
        if (earlier != null && !earlier.capability().equals(choice.capability())) {
            contradict(earlier, choice, assignment);
        }
    }

    private void contradict(Choice one, Choice other, Assignment assignment) {
        var all = new LinkedHashSet<>(List.of(one, other));
        for (var choice : List.of(one, other)) {
            var member = choice.requirement().getResource();
            member.getRequirements("osgi.wiring.host").stream()
                    .flatMap(requirement -> assignment.choice(requirement).stream())
                    .forEach(all::add);
        }
        contradictions.add(new Clash.Contradiction(all));
    }

    void require(String packageName, Source source) {
        required.computeIfAbsent(packageName, key -> new ArrayList<>(1)).add(source);
    }

    /** What it offers to others: an export that it imports from elsewhere is the other's. */
    Map<String, List<Capability>> exports() {
        var own = new HashMap<>(exports);
        own.keySet().removeAll(imports.keySet());
        return own;
    }

    boolean substitutes(String packageName) {
        return imports.containsKey(packageName);
    }

    Map<String, Choice> imports() {
        return imports;
    }

    /** All sources of a package, of which an import hides the others (Core 3.9.4). */
    List<Source> sources(String packageName, Map<Resource, Resource> hosts) {
        var imported = imports.get(packageName);
        if (imported != null) {
            var provider = imported.capability().getResource();
            return List.of(
                    new Source(hosts.getOrDefault(provider, provider), imported.capability(), List.of(imported)));
        }
        var all = new ArrayList<>(required.getOrDefault(packageName, List.of()));
        exports.getOrDefault(packageName, List.of())
                .forEach(capability -> all.add(new Source(host, capability, List.of())));
        return all;
    }

    /** Where a package comes from that an export uses: as the resolver looks for it, imports come last. */
    List<Source> used(String packageName, Map<Resource, Resource> hosts) {
        var own = substitutes(packageName) ? List.<Capability>of() : exports.getOrDefault(packageName, List.of());
        if (!own.isEmpty()) {
            return own.stream()
                    .map(capability -> new Source(host, capability, List.of()))
                    .toList();
        }
        var whole = required.getOrDefault(packageName, List.of());
        return whole.isEmpty() ? sources(packageName, hosts) : whole;
    }

    /** All that comes with whole bundles. */
    List<Source> required() {
        return required.values().stream().flatMap(List::stream).toList();
    }

    Set<String> visible() {
        var all = new LinkedHashSet<>(imports.keySet());
        all.addAll(exports.keySet());
        all.addAll(required.keySet());
        return all;
    }

    static String name(Capability capability) {
        return String.valueOf(capability.getAttributes().get(PACKAGE));
    }
}
