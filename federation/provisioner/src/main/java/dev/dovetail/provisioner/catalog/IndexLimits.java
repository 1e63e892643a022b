package dev.dovetail.provisioner.catalog;

/**
 * How much of an index is read before it is given up: what a repository sends must not cost more than it can be worth.
 *
 * @param bytes of the uncompressed XML
 * @param elements of any kind
 * @param depth of nested elements
 * @param attributes of one XML element
 * @param text characters in one XML attribute's value
 */
public record IndexLimits(long bytes, int elements, int depth, int attributes, int text) {

    /** @return room for some ten thousand real bundles */
    public static IndexLimits standard() {
        return new IndexLimits(64L << 20, 2_000_000, 16, 16, 64 << 10);
    }
}
