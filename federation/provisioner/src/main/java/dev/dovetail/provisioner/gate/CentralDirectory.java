package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an archive's table of contents in the plainest form there is (APPNOTE 4.3.12, 4.3.16): at the very end of the
 * file, in one piece, without comments, ZIP64 or encryption. Whatever some readers take in another way than others is
 * refused.
 *
 * @param entries in the order of the table
 * @param start where in the archive it begins
 */
record CentralDirectory(List<Entry> entries, long start) {

    private static final long END = 0x06054b50L;
    private static final int END_LENGTH = 22;
    private static final long HEADER = 0x02014b50L;
    private static final int HEADER_LENGTH = 46;
    private static final long ZIP64 = 0xFFFF_FFFFL;
    /** How well it was packed, a descriptor, and names in UTF-8; encryption, patches and all else are not for jars. */
    private static final int KNOWN_FLAGS = 0x080E;

    private static final int UTF8 = 0x0800;
    private static final int EXTRA_ZIP64 = 0x0001;
    private static final int EXTRA_ENCRYPTION = 0x9901;
    private static final int EXTRA_UNICODE_PATH = 0x7075;

    static CentralDirectory read(FileWindow file, GateLimits limits) throws IOException, JarFormException {
        long end = file.size() - END_LENGTH;
        if (end < 0 || file.u32(end) != END || file.u16(end + 20) != 0) {
            throw form("Expected a zip archive that ends with its directory, found something else at its end");
        }
        int count = file.u16(end + 10);
        long length = file.u32(end + 12);
        long start = file.u32(end + 16);
        if (file.u32(end + 4) != 0 || file.u16(end + 8) != count || start + length != end) {
            throw form("Expected one directory right before the archive's end, found it said to be elsewhere");
        }
        if (count > limits.entries() || length > limits.directory()) {
            throw new JarFormException(
                    Rule.SIZE,
                    "Expected at most " + limits.entries() + " entries listed in " + limits.directory()
                            + " bytes, found " + count + " in " + length);
        }
        byte[] table = file.bytes(start, (int) length);
        List<Entry> entries = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            entries.add(entry(table, at));
            at += length(table, at);
        }
        if (at != table.length) {
            throw form("Expected " + count + " entries in the directory, found more behind them");
        }
        return new CentralDirectory(List.copyOf(entries), start);
    }

    private static int length(byte[] table, int at) {
        return HEADER_LENGTH
                + FileWindow.u16(table, at + 28)
                + FileWindow.u16(table, at + 30)
                + FileWindow.u16(table, at + 32);
    }

    private static Entry entry(byte[] table, int at) throws JarFormException {
        if (table.length - at < HEADER_LENGTH || FileWindow.u32(table, at) != HEADER) {
            throw form("Expected an entry in the directory, found something else at its byte " + at);
        }
        if (table.length - at < length(table, at)) {
            throw form("Expected the directory's entries to end with it, found the last one cut off");
        }
        int nameLength = FileWindow.u16(table, at + 28);
        int flags = FileWindow.u16(table, at + 8);
        Entry entry = new Entry(
                name(table, at + HEADER_LENGTH, nameLength, flags),
                flags,
                FileWindow.u16(table, at + 10),
                FileWindow.u32(table, at + 16),
                FileWindow.u32(table, at + 20),
                FileWindow.u32(table, at + 24),
                FileWindow.u32(table, at + 42),
                FileWindow.u16(table, at + 40));
        check(entry, FileWindow.u16(table, at + 34));
        int extra = at + HEADER_LENGTH + nameLength;
        checkExtra(entry.name(), table, extra, extra + FileWindow.u16(table, at + 30));
        return entry;
    }

    private static void check(Entry entry, int disk) throws JarFormException {
        boolean deflated = entry.method() == Entry.DEFLATED;
        boolean stored = entry.method() == Entry.STORED && entry.packed() == entry.size() && !entry.hasDescriptor();
        boolean plain = (entry.flags() & ~KNOWN_FLAGS) == 0 && disk == 0;
        boolean zip64 = entry.packed() == ZIP64 || entry.size() == ZIP64 || entry.offset() == ZIP64;
        if (!plain || zip64 || !(deflated || stored)) {
            throw form("Expected entries that are plainly stored or deflated, found \""
                    + Names.printable(entry.name()) + "\" with method " + entry.method() + " and flags "
                    + Integer.toHexString(entry.flags()));
        }
    }

    /** A reader that knows these takes another name, size or content than one that doesn't. */
    static void checkExtra(String name, byte[] bytes, int begin, int end) throws JarFormException {
        int at = begin;
        while (at + 2 * Short.BYTES <= end) {
            int id = FileWindow.u16(bytes, at);
            at += 2 * Short.BYTES + FileWindow.u16(bytes, at + Short.BYTES);
            if (id == EXTRA_ZIP64 || id == EXTRA_ENCRYPTION || id == EXTRA_UNICODE_PATH) {
                throw form("Expected only harmless extra fields, found field " + Integer.toHexString(id) + " on \""
                        + Names.printable(name) + '"');
            }
        }
        if (at != end) {
            throw form("Expected whole extra fields, found one cut off on \"" + Names.printable(name) + '"');
        }
    }

    private static String name(byte[] table, int at, int length, int flags) throws JarFormException {
        for (int i = at; i < at + length; i++) {
            if (table[i] < 0) {
                return beyondAscii(ByteBuffer.wrap(table, at, length), flags);
            }
        }
        return new String(table, at, length, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(ByteBuffer bytes, int flags) throws JarFormException {
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if ((flags & UTF8) == 0) {
                throw form("Expected names beyond ASCII to be marked as UTF-8, found \"" + Names.printable(name) + '"');
            }
            return name;
        } catch (CharacterCodingException e) {
            throw form("Expected names in UTF-8, found one that is not");
        }
    }

    private static JarFormException form(String message) {
        return new JarFormException(Rule.ARCHIVE, message);
    }
}
