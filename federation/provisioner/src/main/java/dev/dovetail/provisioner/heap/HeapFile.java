package dev.dovetail.provisioner.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a heap dump in the HPROF format, versions 1.0.1 and 1.0.2, of at most 2 GB. */
final class HeapFile {

    /** The type of a value that refers to an object; all others are primitive. */
    static final int OBJECT = 2;

    private static final int[] SIZES = {0, 0, 0, 0, 1, 2, 4, 8, 1, 2, 4, 8};
    private static final String MAGIC = "JAVA PROFILE 1.0.";
    private static final int LONGEST_MAGIC = 32;

    private final ByteBuffer bytes;
    private final int idSize;
    private final int begin;

    private HeapFile(ByteBuffer bytes, int idSize, int begin) {
        this.bytes = bytes;
        this.idSize = idSize;
        this.begin = begin;
    }

    static HeapFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IOException(
                        "Expected a heap dump of at most 2 GB, found one of " + channel.size() + " bytes");
            }
            return of(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private static HeapFile of(ByteBuffer bytes) throws IOException {
        int end = 0;
        while (end < Math.min(bytes.limit(), LONGEST_MAGIC) && bytes.get(end) != 0) {
            end++;
        }
        String magic = text(bytes, 0, end);
        if (!magic.startsWith(MAGIC)) {
            throw new IOException("Expected a heap dump that begins with \"" + MAGIC + "\", found \"" + magic + "\"");
        }
        return new HeapFile(bytes, bytes.getInt(end + 1), end + 1 + Integer.BYTES + Long.BYTES);
    }

    /** Where the records begin. */
    int begin() {
        return begin;
    }

    int end() {
        return bytes.limit();
    }

    int idSize() {
        return idSize;
    }

    int u1(int at) {
        return bytes.get(at) & 0xff;
    }

    int u2(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    int u4(int at) {
        return bytes.getInt(at);
    }

    long id(int at) {
        return idSize == Integer.BYTES ? bytes.getInt(at) & 0xffff_ffffL : bytes.getLong(at);
    }

    String text(int at, int length) {
        return text(bytes, at, length);
    }

    private static String text(ByteBuffer from, int at, int length) {
        byte[] text = new byte[length];
        from.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    byte[] bytes(int at, int length) {
        byte[] some = new byte[length];
        bytes.get(at, some);
        return some;
    }

    /** How many bytes a value of this type takes. */
    int size(int type) {
        return type == OBJECT ? idSize : SIZES[type];
    }
}
