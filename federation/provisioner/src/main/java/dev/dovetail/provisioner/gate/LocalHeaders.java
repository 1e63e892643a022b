package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Compares what stands before each entry's content with the directory, and sees to it that the entries cover the archive
 * from its first byte to the directory without gap or overlap: so a reader that goes from front to back finds the same.
 */
final class LocalHeaders {

    private static final long HEADER = 0x04034b50L;
    private static final int HEADER_LENGTH = 30;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int DESCRIPTOR_LENGTH = 12;

    private final FileWindow file;

    LocalHeaders(FileWindow file) {
        this.file = file;
    }

    List<Placed> place(CentralDirectory directory) throws IOException, JarFormException {
        List<Entry> inOrder = new ArrayList<>(directory.entries());
        inOrder.sort(Comparator.comparingLong(Entry::offset));
        List<Placed> placed = new ArrayList<>(inOrder.size());
        long expected = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            Entry entry = inOrder.get(i);
            if (entry.offset() != expected) {
                throw layout("the next entry at byte " + expected, "it at " + entry.offset(), entry);
            }
            long content = content(entry);
            long next = i + 1 < inOrder.size() ? inOrder.get(i + 1).offset() : directory.start();
            expected = content + entry.packed();
            if (entry.hasDescriptor()) {
                expected += descriptor(entry, expected, next);
            }
            placed.add(new Placed(entry, content));
        }
        if (expected != directory.start()) {
            throw new JarFormException(
                    Rule.LAYOUT,
                    "Expected the directory at byte " + expected + ", right behind the last entry, found it at "
                            + directory.start());
        }
        return placed;
    }

    private long content(Entry entry) throws IOException, JarFormException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        int at = file.locate(entry.offset(), HEADER_LENGTH + name.length);
        byte[] window = file.window();
        int end = at + HEADER_LENGTH + name.length;
        if (FileWindow.u32(window, at) != HEADER
                || FileWindow.u16(window, at + 26) != name.length
                || !Arrays.equals(window, at + HEADER_LENGTH, end, name, 0, name.length)) {
            throw layout("its name before its content too", "another one there", entry);
        }
        if (FileWindow.u16(window, at + 6) != entry.flags()
                || FileWindow.u16(window, at + 8) != entry.method()
                || !sizesAgree(entry, window, at + 14)) {
            throw layout("the same method and sizes before its content as in the directory", "others", entry);
        }
        int extraLength = FileWindow.u16(window, at + 28);
        long content = entry.offset() + HEADER_LENGTH + name.length + extraLength;
        if (extraLength > 0) {
            byte[] extra = file.bytes(content - extraLength, extraLength);
            CentralDirectory.checkExtra(entry.name(), extra, 0, extraLength);
        }
        return content;
    }

    /** Zeros stand for "see behind the content". */
    private static boolean sizesAgree(Entry entry, byte[] header, int at) {
        long crc = FileWindow.u32(header, at);
        long packed = FileWindow.u32(header, at + 4);
        long size = FileWindow.u32(header, at + 8);
        boolean same = crc == entry.crc() && packed == entry.packed() && size == entry.size();
        return same || (entry.hasDescriptor() && crc == 0 && packed == 0 && size == 0);
    }

    /** With or without a signature of its own: both are in use (APPNOTE 4.3.9.3). */
    private int descriptor(Entry entry, long at, long next) throws IOException, JarFormException {
        long length = next - at;
        int signature = (int) length - DESCRIPTOR_LENGTH;
        boolean fits = length == DESCRIPTOR_LENGTH
                || (length == DESCRIPTOR_LENGTH + Integer.BYTES && file.u32(at) == DESCRIPTOR);
        if (!fits
                || file.u32(at + signature) != entry.crc()
                || file.u32(at + signature + 4) != entry.packed()
                || file.u32(at + signature + 8) != entry.size()) {
            throw layout("the same sizes behind its content as in the directory", "others", entry);
        }
        return (int) length;
    }

    private static JarFormException layout(String expected, String found, Entry entry) {
        return new JarFormException(
                Rule.LAYOUT,
                "Expected " + expected + ", found " + found + " for \"" + Names.printable(entry.name()) + '"');
    }
}
