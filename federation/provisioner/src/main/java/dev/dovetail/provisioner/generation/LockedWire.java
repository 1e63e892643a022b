package dev.dovetail.provisioner.generation;

import java.util.Comparator;

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
    private static final int DIGEST = 64;

    /** @return whether the platform provides it, in whichever version it has by then */
    public boolean ofPlatform() {
        // No pattern: a start asks this of every wire there is.
        if (provider.length() != DIGEST) {
            return true;
        }
        for (int i = 0; i < DIGEST; i++) {
            if (!isHex(provider.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
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
