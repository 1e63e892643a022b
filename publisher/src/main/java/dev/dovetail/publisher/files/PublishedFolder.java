package dev.dovetail.publisher.files;

import dev.dovetail.publisher.failure.PublishException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A folder that is read while it changes. A change is all there or not at all, also when the process or the machine stops
 * in between: it is noted in a journal first, hidden files come next, and then the first visible file is renamed into its
 * place, which is the one moment that counts. {@link #recover} finishes or undoes what an earlier process left.
 *
 * <p>For the holder of the {@link PublisherLock} alone.
 */
public final class PublishedFolder {

    private static final String JOURNAL = "metadata/.journal";
    private static final String PART = ".part-";
    private static final String NEXT = ".next-";

    private final Path root;
    private final Disk disk;

    /**
     * @param root the folder
     * @param disk what to write with
     */
    public PublishedFolder(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /**
     * Carries out a change. A hidden file that is there already, with the same content, is left as it is.
     *
     * @param change what
     * @throws PublishException when it could not be carried out; readers see what they saw before, or all of the change
     */
    public void carryOut(Change change) throws PublishException {
        try {
            write(change);
        } catch (IOException e) {
            PublishException failure = failure(e);
            try {
                recover();
            } catch (PublishException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
    }

    private void write(Change change) throws IOException {
        List<String> fresh = fresh(change);
        Journal journal = new Journal(fresh, digests(change));
        put(JOURNAL, new Content.Bytes(journal.write()));
        disk.force(root.resolve("metadata"));
        for (String path : fresh) {
            put(path, Objects.requireNonNull(change.hidden().get(path)));
        }
        for (Map.Entry<String, byte[]> file : change.visible().entrySet()) {
            disk.write(beside(NEXT, file.getKey()), new Content.Bytes(file.getValue()));
        }
        for (Path folder : folders(fresh)) {
            disk.force(folder);
        }
        show(journal);
    }

    /**
     * Finishes or undoes a change that was interrupted.
     *
     * @return whether there was one
     * @throws PublishException when that fails too
     */
    public boolean recover() throws PublishException {
        Path file = root.resolve(JOURNAL);
        try {
            disk.delete(beside(PART, JOURNAL));
            if (!Files.exists(file)) {
                return false;
            }
            Journal journal = Journal.read(Files.readAllBytes(file));
            if (begun(journal)) {
                show(journal);
            } else {
                undo(journal);
            }
            return true;
        } catch (IOException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw new PublishException(
                    "DT-PUBLISH-012",
                    "The journal of an interrupted change can't be understood: " + file + ": " + e.getMessage(),
                    "Dovetail writes no such file. Find out who did; then delete it and run repository check.",
                    e);
        }
    }

    private List<String> fresh(Change change) throws IOException {
        List<String> fresh = new ArrayList<>();
        for (Map.Entry<String, Content> file : change.hidden().entrySet()) {
            if (!shown(Journal.path(file.getKey()), file.getValue().sha256())) {
                fresh.add(file.getKey());
            }
        }
        return fresh;
    }

    private static Map<String, String> digests(Change change) {
        Map<String, String> digests = new LinkedHashMap<>();
        change.visible().forEach((path, bytes) -> digests.put(Journal.path(path), Sha256.of(bytes)));
        return digests;
    }

    private void put(String path, Content content) throws IOException {
        Path part = beside(PART, path);
        disk.write(part, content);
        disk.move(part, root.resolve(path));
    }

    /** Folders that were made for a file are lasting only once the folders around them are. */
    private Set<Path> folders(List<String> paths) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String path : paths) {
            Path folder = Folders.of(root.resolve(path));
            while (!folder.equals(root)) {
                folders.add(folder);
                folder = Folders.of(folder);
            }
        }
        folders.add(root.resolve("metadata"));
        return folders;
    }

    private boolean begun(Journal journal) throws IOException {
        Map.Entry<String, String> first =
                journal.visible().entrySet().iterator().next();
        return shown(first.getKey(), first.getValue());
    }

    private boolean shown(String path, String digest) throws IOException {
        Path file = root.resolve(path);
        return Files.exists(file) && Sha256.of(file).equals(digest);
    }

    private void show(Journal journal) throws IOException {
        for (Map.Entry<String, String> file : journal.visible().entrySet()) {
            if (!shown(file.getKey(), file.getValue())) {
                disk.move(beside(NEXT, file.getKey()), root.resolve(file.getKey()));
                disk.force(root.resolve("metadata"));
            }
        }
        disk.delete(root.resolve(JOURNAL));
    }

    private void undo(Journal journal) throws IOException {
        List<String> parts = new ArrayList<>(journal.hidden());
        parts.addAll(journal.visible().keySet());
        for (String path : parts) {
            disk.delete(beside(PART, path));
            disk.delete(beside(NEXT, path));
        }
        for (String path : journal.hidden()) {
            disk.delete(root.resolve(path));
        }
        for (Path folder : folders(journal.hidden())) {
            disk.delete(folder);
        }
        disk.delete(root.resolve(JOURNAL));
    }

    private Path beside(String prefix, String path) {
        return Folders.beside(root.resolve(path), prefix);
    }

    private PublishException failure(IOException e) {
        return new PublishException(
                "DT-PUBLISH-011",
                "Can't write the repository " + root + ": " + e.getMessage(),
                "Nothing half-published can be seen. See to room and rights there, and give the command again.",
                e);
    }
}
