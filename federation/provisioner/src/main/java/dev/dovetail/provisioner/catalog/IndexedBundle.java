package dev.dovetail.provisioner.catalog;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * A bundle as an index describes it: what it is, where it lies, what it provides and requires. Immutable; two are equal
 * when name, version and digest are.
 *
 * <p>Not a record only because its capabilities point back to it.
 */
public final class IndexedBundle implements Resource {

    /** Nobody said how large it is unpacked. */
    public static final long UNKNOWN_SIZE = -1;

    private final Identity identity;
    private final long size;
    private final long unpackedSize;
    private final URI url;
    private final URI repository;
    private final Declarations<IndexedCapability> capabilities;
    private final Declarations<IndexedRequirement> requirements;

    /**
     * @param identity name, version and digest
     * @param size the jar's length in bytes
     * @param url where the jar lies, absolute
     * @param repository which repository offers it
     * @param capabilities what it provides
     * @param requirements what it requires
     */
    public IndexedBundle(
            Identity identity,
            long size,
            URI url,
            URI repository,
            List<Clause> capabilities,
            List<Clause> requirements) {
        this(identity, size, UNKNOWN_SIZE, url, repository, capabilities, requirements);
    }

    private IndexedBundle(
            Identity identity,
            long size,
            long unpackedSize,
            URI url,
            URI repository,
            List<Clause> capabilities,
            List<Clause> requirements) {
        this.identity = identity;
        this.size = size;
        this.unpackedSize = unpackedSize;
        this.url = url;
        this.repository = repository;
        this.capabilities =
                Declarations.of(capabilities, (position, clause) -> new IndexedCapability(this, position, clause));
        this.requirements =
                Declarations.of(requirements, (position, clause) -> new IndexedRequirement(this, position, clause));
    }

    /**
     * @param place where the jar lies, absolute
     * @param unpacked how many bytes its entries come to, unpacked, as was signed; or {@link #UNKNOWN_SIZE}
     * @return the same bundle there
     */
    public IndexedBundle at(URI place, long unpacked) {
        return copy(place, unpacked, repository);
    }

    /**
     * @param owner whose bundle it is
     * @return the same bundle at the same place, answered for by its owner
     */
    public IndexedBundle ownedBy(URI owner) {
        return copy(url, unpackedSize, owner);
    }

    private IndexedBundle copy(URI place, long unpacked, URI owner) {
        return new IndexedBundle(
                identity,
                size,
                unpacked,
                place,
                owner,
                capabilities().stream().map(IndexedCapability::clause).toList(),
                requirements().stream().map(IndexedRequirement::clause).toList());
    }

    /**
     * What tells bundles apart.
     *
     * @param bsn the symbolic name
     * @param version the version
     * @param sha256 the jar's digest, lower-case hexadecimal
     */
    public record Identity(String bsn, Version version, String sha256) {}

    /** @return what tells it from others */
    public Identity identity() {
        return identity;
    }

    /** @return the symbolic name */
    public String bsn() {
        return identity.bsn();
    }

    /** @return the version */
    public Version version() {
        return identity.version();
    }

    /** @return the jar's digest, lower-case hexadecimal */
    public String sha256() {
        return identity.sha256();
    }

    /** @return the jar's length in bytes */
    public long size() {
        return size;
    }

    /** @return how many bytes its entries come to, unpacked, as was signed; or {@link #UNKNOWN_SIZE} */
    public long unpackedSize() {
        return unpackedSize;
    }

    /** @return where the jar lies, absolute */
    public URI url() {
        return url;
    }

    /** @return which repository offers it */
    public URI repository() {
        return repository;
    }

    /** @return what it provides, in the order of declaration */
    public List<IndexedCapability> capabilities() {
        return capabilities.all();
    }

    /**
     * What it provides of one kind.
     *
     * @param namespace the kind
     * @return the capabilities, in the order of declaration
     */
    public List<IndexedCapability> capabilities(String namespace) {
        return capabilities.in(namespace);
    }

    /** @return what it requires, in the order of declaration */
    public List<IndexedRequirement> requirements() {
        return requirements.all();
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
        return other instanceof IndexedBundle that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return identity.sha256().hashCode();
    }

    /** @return name and version */
    @Override
    public String toString() {
        return identity.bsn() + " " + identity.version();
    }
}
