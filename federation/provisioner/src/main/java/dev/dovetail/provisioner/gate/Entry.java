package dev.dovetail.provisioner.gate;

/**
 * One entry, as the archive's central directory has it.
 *
 * @param name its path
 * @param flags general purpose flags
 * @param method how it is packed
 * @param crc of the unpacked bytes
 * @param packed bytes in the archive
 * @param size bytes when unpacked
 * @param offset where its local header begins
 * @param mode the file's mode where the archive came from Unix, else anything
 */
record Entry(String name, int flags, int method, long crc, long packed, long size, long offset, int mode) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int DESCRIPTOR_FOLLOWS = 0x8;

    boolean isDirectory() {
        return name.endsWith("/");
    }

    boolean isClass() {
        return name.endsWith(".class");
    }

    /** Whether sizes and checksum stand behind the content instead of before it. */
    boolean hasDescriptor() {
        return (flags & DESCRIPTOR_FOLLOWS) != 0;
    }
}
