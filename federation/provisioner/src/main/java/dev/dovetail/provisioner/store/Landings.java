package dev.dovetail.provisioner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jars that landed a moment ago and were not touched since: their bytes went through the digest on their way into the
 * file, and whoever takes them out next need not read them for that once more. It holds for one time only.
 *
 * <p>What lands is given a time of change from long ago. Whoever writes to it later gives it today's, however short a moment
 * later; of the files that nobody wrote to, number and size tell whether it is the same. Any thread.
 */
final class Landings {

    private static final FileTime LONG_AGO = FileTime.from(Instant.ofEpochSecond(1));

    private final Map<Path, Stamp> stamps = new ConcurrentHashMap<>();

    private record Stamp(Optional<Object> number, long size, FileTime changed) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(
                    Optional.ofNullable(attributes.fileKey()), attributes.size(), attributes.lastModifiedTime());
        }
    }

    /**
     * What can't be given that time is read once more, and is none the worse for it.
     *
     * @param file is whole, closed, was found to be right, and is about to be put in its place
     */
    static void seal(Path file) {
        try {
            Files.setLastModifiedTime(file, LONG_AGO);
        } catch (IOException e) {
            System.getLogger(Landings.class.getName())
                    .log(System.Logger.Level.DEBUG, "This file system keeps another time of " + file, e);
        }
    }

    /** @param jar is in its place, sealed */
    void add(Path jar) throws IOException {
        Stamp stamp = Stamp.of(jar);
        if (stamp.changed().equals(LONG_AGO)) {
            stamps.put(jar, stamp);
        }
    }

    /**
     * @param jar is being taken out, and open by now
     * @return whether it is as it landed, and was not taken out before
     */
    boolean take(Path jar) throws IOException {
        Stamp landed = stamps.remove(jar);
        return landed != null && landed.equals(Stamp.of(jar));
    }
}
