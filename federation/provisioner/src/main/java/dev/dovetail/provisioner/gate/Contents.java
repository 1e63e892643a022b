package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks entries and holds each to its size and checksum. Stops at the first byte beyond the size, so that no entry costs
 * more than it says.
 */
final class Contents implements AutoCloseable {

    private static final int BUFFER = 32 * 1024;

    private final FileWindow file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];

    Contents(FileWindow file) {
        this.file = file;
    }

    /** Takes the unpacked bytes piece by piece. */
    private interface Sink {
        void take(byte[] bytes, int length);
    }

    void verify(Placed placed) throws IOException, JarFormException {
        CRC32 crc = new CRC32();
        unpack(placed, (bytes, length) -> crc.update(bytes, 0, length));
        check(placed.entry(), crc);
    }

    byte[] bytes(Placed placed, int most) throws IOException, JarFormException {
        if (placed.entry().size() > most) {
            throw new IllegalArgumentException("Expected at most " + most + " bytes, asked for " + placed);
        }
        ByteBuffer all = ByteBuffer.allocate((int) placed.entry().size());
        CRC32 crc = new CRC32();
        unpack(placed, (bytes, length) -> {
            all.put(bytes, 0, length);
            crc.update(bytes, 0, length);
        });
        check(placed.entry(), crc);
        return all.array();
    }

    private static void check(Entry entry, CRC32 crc) throws JarFormException {
        if (crc.getValue() != entry.crc()) {
            throw broken(entry, "another checksum");
        }
    }

    private void unpack(Placed placed, Sink sink) throws IOException, JarFormException {
        if (placed.entry().method() == Entry.STORED) {
            copy(placed, sink);
        } else {
            inflate(placed, sink);
        }
    }

    private void copy(Placed placed, Sink sink) throws IOException, JarFormException {
        long done = 0;
        while (done < placed.entry().size()) {
            ByteBuffer some = file.some(
                    placed.content() + done, Math.min(BUFFER, placed.entry().size() - done));
            int count = some.remaining();
            some.get(buffer, 0, count);
            sink.take(buffer, count);
            done += count;
        }
    }

    private void inflate(Placed placed, Sink sink) throws IOException, JarFormException {
        Entry entry = placed.entry();
        inflater.reset();
        inflater.setInput(ByteBuffer.allocate(0));
        long fed = 0;
        long done = 0;
        while (!inflater.finished()) {
            if (inflater.needsInput() && fed < entry.packed()) {
                ByteBuffer some = file.some(placed.content() + fed, entry.packed() - fed);
                fed += some.remaining();
                inflater.setInput(some);
            }
            int count = inflate(entry);
            done += count;
            if (done > entry.size()) {
                throw broken(entry, "more");
            }
            if (count == 0 && !inflater.finished() && fed == entry.packed()) {
                throw broken(entry, "a stream cut off");
            }
            sink.take(buffer, count);
        }
        if (done != entry.size() || inflater.getBytesRead() != entry.packed()) {
            throw broken(entry, done + " from " + inflater.getBytesRead());
        }
    }

    private int inflate(Entry entry) throws JarFormException {
        try {
            int count = inflater.inflate(buffer);
            if (inflater.needsDictionary()) {
                throw broken(entry, "a dictionary that it needs");
            }
            return count;
        } catch (DataFormatException e) {
            throw broken(entry, "a broken stream");
        }
    }

    private static JarFormException broken(Entry entry, String found) {
        return new JarFormException(
                Rule.CONTENT,
                "Expected " + entry.size() + " bytes from " + entry.packed() + " with checksum "
                        + Long.toHexString(entry.crc()) + ", found " + found + " for \""
                        + Names.printable(entry.name()) + '"');
    }

    @Override
    public void close() {
        inflater.end();
    }
}
