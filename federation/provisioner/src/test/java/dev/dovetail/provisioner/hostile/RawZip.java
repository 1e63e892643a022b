package dev.dovetail.provisioner.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes zip archives byte by byte, so that they can be wrong in ways that no library writes. */
public final class RawZip {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();
    private int count;

    public RawZip entry(RawEntry entry) {
        return hidden(entry).listed(entry, offsets.get(offsets.size() - 1));
    }

    public RawZip entries(List<RawEntry> entries) {
        entries.forEach(this::entry);
        return this;
    }

    /** In the file, but not in the directory. */
    public RawZip hidden(RawEntry entry) {
        offsets.add(bytes.size());
        byte[] name = entry.localName().getBytes(StandardCharsets.UTF_8);
        put(
                bytes,
                buffer(30)
                        .putInt(0x04034b50)
                        .putShort((short) 20)
                        .putShort((short) entry.flags())
                        .putShort((short) (entry.stored() ? 0 : 8))
                        .putInt(0)
                        .putInt((int) entry.crc())
                        .putInt(entry.packed().length)
                        .putInt((int) entry.declaredLocalSize())
                        .putShort((short) name.length)
                        .putShort((short) 0));
        bytes.writeBytes(name);
        bytes.writeBytes(entry.packed());
        return this;
    }

    /** In the directory, pointing to any place. */
    public RawZip listed(RawEntry entry, int offset) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        put(
                directory,
                buffer(46)
                        .putInt(0x02014b50)
                        .putShort((short) (3 << 8 | 20))
                        .putShort((short) 20)
                        .putShort((short) entry.flags())
                        .putShort((short) (entry.stored() ? 0 : 8))
                        .putInt(0)
                        .putInt((int) entry.crc())
                        .putInt(entry.packed().length)
                        .putInt((int) entry.declaredSize())
                        .putShort((short) name.length)
                        .putInt(0)
                        .putInt(0)
                        .putShort((short) 0)
                        .putShort((short) entry.mode())
                        .putInt(offset));
        directory.writeBytes(name);
        count++;
        return this;
    }

    /** Bytes that belong to no entry. */
    public RawZip gap(byte[] stray) {
        bytes.writeBytes(stray);
        return this;
    }

    /** Where the entry of that number begins. */
    public int offset(int number) {
        return offsets.get(number);
    }

    public byte[] bytes() {
        return bytes(new byte[0]);
    }

    public byte[] bytes(byte[] comment) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        all.writeBytes(directory.toByteArray());
        put(
                all,
                buffer(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) count)
                        .putShort((short) count)
                        .putInt(directory.size())
                        .putInt(bytes.size())
                        .putShort((short) comment.length));
        all.writeBytes(comment);
        return all.toByteArray();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteArrayOutputStream out, ByteBuffer filled) {
        byte[] header = new byte[filled.capacity()];
        filled.flip().get(header);
        out.writeBytes(header);
    }
}
