package dev.dovetail.provisioner.generation;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that a bundle gets, and from whom. Ordered by namespace, provider and name.
 *
 * @param namespace what kind of thing it is, such as {@code osgi.wiring.package}
 * @param name which one, such as the package's name; empty for kinds that have no names
 * @param provider the digest of a bundle of the generation, or the symbolic name of one of the platform's
 */
public record LockedWire(String namespace, String name, String provider) implements Comparable<LockedWire> {

    private static final Comparator<LockedWire> ORDER = Comparator.comparing(LockedWire::namespace)
            .thenComparing(LockedWire::provider)
            .thenComparing(LockedWire::name);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @return whether the platform provides it, in whichever version it has by then */
    public boolean ofPlatform() {
        return !DIGEST.matcher(provider).matches();
    }

    /** @return whether it ties a fragment to its host */
    public boolean toHost() {
        return namespace.equals("osgi.wiring.host");
    }

    @Override
    public int compareTo(LockedWire other) {
        return ORDER.compare(this, other);
    }
}
