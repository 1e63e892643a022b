package dev.dovetail.provisioner.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * One entry of a {@link RawZip}, in which everything can be a lie. What stands in the directory and what stands before the
 * content are told apart; a negative number means the truth.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record RawEntry(
        String name,
        String localName,
        byte[] content,
        byte[] packed,
        boolean stored,
        int flags,
        int mode,
        long size,
        long localSize) {

    private static final int UTF8 = 0x800;

    public static RawEntry deflated(String name, byte[] content) {
        return new RawEntry(name, name, content, deflate(content), false, UTF8, 0, -1, -1);
    }

    public static RawEntry stored(String name, byte[] content) {
        return new RawEntry(name, name, content, content, true, UTF8, 0, -1, -1);
    }

    public static RawEntry text(String name, String content) {
        return deflated(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RawEntry localName(String other) {
        return new RawEntry(name, other, content, packed, stored, flags, mode, size, localSize);
    }

    public RawEntry flags(int other) {
        return new RawEntry(name, localName, content, packed, stored, other, mode, size, localSize);
    }

    public RawEntry mode(int other) {
        return new RawEntry(name, localName, content, packed, stored, flags, other, size, localSize);
    }

    /** In both places. */
    public RawEntry size(long other) {
        return new RawEntry(name, localName, content, packed, stored, flags, mode, other, other);
    }

    public RawEntry localSize(long other) {
        return new RawEntry(name, localName, content, packed, stored, flags, mode, size, other);
    }

    public RawEntry packed(byte[] other) {
        return new RawEntry(name, localName, content, other, stored, flags, mode, size, localSize);
    }

    long crc() {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    long declaredSize() {
        return size < 0 ? content.length : size;
    }

    long declaredLocalSize() {
        return localSize < 0 ? content.length : localSize;
    }

    public static byte[] deflate(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
