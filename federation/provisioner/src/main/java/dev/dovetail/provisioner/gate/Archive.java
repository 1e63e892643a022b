package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.util.List;

/**
 * A jar whose directory, names, sizes and layout were found to be in order.
 *
 * @param file its bytes
 * @param placed its entries, in the order of their content
 * @param unpackedSize what they come to
 */
record Archive(FileWindow file, List<Placed> placed, long unpackedSize) {

    static Archive read(FileWindow file, GateLimits limits, Findings findings) throws IOException, JarFormException {
        CentralDirectory directory = CentralDirectory.read(file, limits);
        new EntryPaths(findings).judge(directory.entries());
        MultiRelease.judge(directory.entries(), findings);
        long unpacked = 0;
        for (Entry entry : directory.entries()) {
            unpacked += entry.size();
            if (isTooMuch(entry.size(), entry.packed(), limits)) {
                refuse('"' + Names.printable(entry.name()) + '"', entry.size(), entry.packed(), limits, findings);
            }
        }
        if (isTooMuch(unpacked, file.size(), limits)) {
            refuse("all entries together", unpacked, file.size(), limits, findings);
        }
        return new Archive(file, new LocalHeaders(file).place(directory), unpacked);
    }

    private static boolean isTooMuch(long unpacked, long packed, GateLimits limits) {
        return unpacked > limits.ratioFloor() && unpacked / limits.ratio() >= Math.max(1, packed);
    }

    private static void refuse(String what, long unpacked, long packed, GateLimits limits, Findings findings) {
        findings.add(
                Rule.SIZE,
                "Expected at most " + limits.ratio() + " bytes from each packed byte, found " + unpacked + " from "
                        + packed + " for " + what);
    }

    List<Entry> entries() {
        return placed.stream().map(Placed::entry).toList();
    }

    void verify(Contents contents, boolean classesToo) throws IOException, JarFormException {
        for (Placed one : placed) {
            if (classesToo || !one.entry().isClass()) {
                contents.verify(one);
            }
        }
    }
}
