package dev.dovetail.provisioner.gate;

import java.util.List;

/**
 * What the gate read of a bundle that it admits.
 *
 * @param symbolicName its {@code Bundle-SymbolicName}
 * @param version its {@code Bundle-Version}, in full
 * @param unpackedSize the bytes of all its entries, unpacked: what a publisher signs as {@code size-unpacked}
 * @param entries how many entries it has
 * @param exports the packages it exports, sorted
 * @param fragmentHost the bundle it attaches itself to, or empty
 * @param nativeCode whether it brings native libraries
 */
public record Inspected(
        String symbolicName,
        String version,
        long unpackedSize,
        int entries,
        List<String> exports,
        String fragmentHost,
        boolean nativeCode) {

    /** Copies the list. */
    public Inspected {
        exports = List.copyOf(exports);
    }
}
