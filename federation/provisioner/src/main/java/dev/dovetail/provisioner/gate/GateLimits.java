package dev.dovetail.provisioner.gate;

/**
 * How much of a jar the gate takes in before it refuses it. All are far above what real bundles need, and far below what
 * hurts a desktop.
 *
 * @param entries in one archive
 * @param directory bytes of the archive's central directory
 * @param ratio how many times larger than packed an entry, or the whole, may be
 * @param ratioFloor bytes up to which no ratio is asked for: short texts may be packed as tightly as they like
 * @param manifest bytes of one manifest
 * @param headers of one manifest
 * @param clauses of all headers of one bundle that the framework reads
 * @param nested bytes of a jar on the bundle's class path
 */
public record GateLimits(
        int entries, int directory, int ratio, long ratioFloor, int manifest, int headers, int clauses, int nested) {

    private static final int KILO = 1024;
    private static final int MEGA = KILO * KILO;

    /** @return what the product uses */
    public static GateLimits standard() {
        return new GateLimits(10_000, 4 * MEGA, 100, MEGA, 256 * KILO, 500, 2_000, 64 * MEGA);
    }
}
