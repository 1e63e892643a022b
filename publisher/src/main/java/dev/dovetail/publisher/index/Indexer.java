package dev.dovetail.publisher.index;

import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.resource.ResourceBuilder;
import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.jar.BundleJar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/** Reads what a bundle provides and requires from its manifest, with bnd. */
public final class Indexer {

    /** What only a client that runs the bundle can use, and yet people want to see before. */
    private static final List<String> ALWAYS = List.of("osgi.service", "dovetail.");

    /**
     * Makes the entry of a bundle. Everything that a resolver looks at is kept, of whatever namespace: a plan that did not
     * know of a requirement would fail when it is carried out. Left out is what only publishing says: when it must be in.
     *
     * @param jar the bundle
     * @return its entry
     */
    public IndexEntry index(BundleJar jar) {
        ResourceBuilder resource = new ResourceBuilder();
        resource.addManifest(Domain.domain(jar.manifest()));
        return new IndexEntry(
                jar.bsn(),
                jar.version(),
                jar.sha256(),
                jar.length(),
                resource.getCapabilities().stream()
                        .map(Indexer::clause)
                        .filter(Indexer::needed)
                        .toList(),
                resource.getRequirements().stream()
                        .map(Indexer::clause)
                        .filter(Indexer::needed)
                        .toList());
    }

    private static boolean needed(Clause clause) {
        String namespace = clause.namespace();
        if (namespace.equals(Mandate.NAMESPACE) || namespace.startsWith("bnd.")) {
            return false;
        }
        return ALWAYS.stream().anyMatch(namespace::startsWith)
                || clause.directives().getOrDefault("effective", "resolve").equals("resolve");
    }

    private static Clause clause(Capability capability) {
        return clause(capability.getNamespace(), capability.getAttributes(), capability.getDirectives());
    }

    /** A filter says all that a resolver looks at; bnd repeats parts of it as attributes. */
    private static Clause clause(Requirement requirement) {
        return clause(requirement.getNamespace(), Map.of(), requirement.getDirectives());
    }

    private static Clause clause(String namespace, Map<String, Object> attributes, Map<String, String> directives) {
        Map<String, Object> values = new HashMap<>(attributes);
        values.replaceAll((name, value) -> value(value));
        return new Clause(namespace, values, directives);
    }

    /** The five types of an index; bnd has a version type of its own besides. */
    private static Object value(Object value) {
        if (value instanceof aQute.bnd.version.Version version) {
            return Version.parseVersion(version.toString());
        }
        return value instanceof List<?> list ? list.stream().map(Indexer::value).toList() : value;
    }
}
