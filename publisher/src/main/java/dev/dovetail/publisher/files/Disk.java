package dev.dovetail.publisher.files;

import java.io.IOException;
import java.nio.file.Path;

/** The few things that are done to a disk, each of which may be the last. */
public interface Disk {

    /**
     * Makes a file, with its folders, and forces it to disk. A file that is there already is replaced.
     *
     * @param file where
     * @param content what
     * @throws IOException when it can't be written, or what should be copied is no longer what it was
     */
    void write(Path file, Content content) throws IOException;

    /**
     * Renames a file in one step, over another where there is one.
     *
     * @param from its name
     * @param to its new name, in the same folder
     * @throws IOException when it can't be renamed
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Makes renames and deletions in a folder last.
     *
     * @param folder which
     * @throws IOException when they can't be forced to disk
     */
    void force(Path folder) throws IOException;

    /**
     * Deletes a file, or an empty folder, where there is one.
     *
     * @param path which
     * @throws IOException when it is there and stays there
     */
    void delete(Path path) throws IOException;
}
