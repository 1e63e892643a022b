package dev.dovetail.provisioner.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * A bundle that the platform brings along, the framework itself among them: never fetched, never removed. Immutable; two
 * are equal when name and version are.
 */
public final class PlatformBundle implements Resource {

    private static final String IDENTITY = "osgi.identity";

    private final String bsn;
    private final Version version;
    private final Declarations<IndexedCapability> capabilities;
    private final Declarations<IndexedRequirement> requirements;

    /**
     * @param bsn the symbolic name
     * @param version the version
     * @param capabilities what it provides
     * @param requirements what it requires
     */
    public PlatformBundle(String bsn, Version version, List<Clause> capabilities, List<Clause> requirements) {
        this.bsn = bsn;
        this.version = version;
        this.capabilities =
                Declarations.of(capabilities, (position, clause) -> new IndexedCapability(this, position, clause));
        this.requirements =
                Declarations.of(requirements, (position, clause) -> new IndexedRequirement(this, position, clause));
    }

    /**
     * Takes down what a live resource, such as a bundle revision, says of itself.
     *
     * @param resource with an {@code osgi.identity}
     * @return a copy that has no tie to the framework
     */
    public static PlatformBundle copyOf(Resource resource) {
        if (resource instanceof PlatformBundle platform) {
            return platform;
        }
        var identities = resource.getCapabilities(IDENTITY);
        if (identities.size() != 1) {
            throw new IllegalArgumentException(
                    "Expected one " + IDENTITY + " capability, found " + identities.size() + " in " + resource);
        }
        var identity = identities.get(0).getAttributes();
        return new PlatformBundle(
                String.valueOf(identity.get(IDENTITY)),
                Version.valueOf(String.valueOf(identity.get("version"))),
                resource.getCapabilities(null).stream()
                        .map(c -> new Clause(c.getNamespace(), c.getAttributes(), c.getDirectives()))
                        .toList(),
                resource.getRequirements(null).stream()
                        .map(r -> new Clause(r.getNamespace(), r.getAttributes(), r.getDirectives()))
                        .toList());
    }

    /** @return the symbolic name */
    public String bsn() {
        return bsn;
    }

    /** @return the version */
    public Version version() {
        return version;
    }

    @Override
    public List<Capability> getCapabilities(@Nullable String namespace) {
        return List.copyOf(capabilities.in(namespace));
    }

    @Override
    public List<Requirement> getRequirements(@Nullable String namespace) {
        return List.copyOf(requirements.in(namespace));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlatformBundle that && bsn.equals(that.bsn) && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return 31 * bsn.hashCode() + version.hashCode();
    }

    /** @return name and version */
    @Override
    public String toString() {
        return bsn + " " + version;
    }
}
