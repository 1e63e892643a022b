package dev.dovetail.provisioner.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks before it changes anything, and remembers which files were written and not forced. */
final class FaultyProvider extends FileSystemProvider {

    private final FileSystemProvider real;
    private final FaultyFileSystem files;
    private final Set<Path> unforced = ConcurrentHashMap.newKeySet();

    FaultyProvider(FileSystemProvider real, FaultyFileSystem files) {
        this.real = real;
        this.files = files;
    }

    /** Whether an operation happens whole. */
    boolean begin(String operation) throws IOException {
        return files.faults().before(operation);
    }

    private void change(String operation, Operation act) throws IOException {
        if (begin(operation)) {
            act.run();
        } else {
            files.faults().after(operation);
        }
    }

    void broken(String operation) {
        files.faults().after(operation);
    }

    private interface Operation {
        void run() throws IOException;
    }

    void written(Path path) {
        unforced.add(path);
    }

    void forced(Path path) {
        unforced.remove(path);
    }

    void losePower() {
        for (Path path : unforced) {
            try {
                if (Files.isRegularFile(path)) {
                    Files.write(path, new byte[0]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        unforced.clear();
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path inside = FaultyPath.inside(path);
        boolean writes = options.contains(StandardOpenOption.WRITE);
        if (writes && !Files.exists(inside)) {
            change("create " + inside, () -> {});
        }
        return new FaultyChannel(real.newFileChannel(inside, options, attributes), inside, this);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options.isEmpty() ? Set.of(StandardOpenOption.READ) : options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream =
                real.newDirectoryStream(FaultyPath.inside(path), entry -> filter.accept(files.path(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> inside = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return inside.hasNext();
                    }

                    @Override
                    public Path next() {
                        return files.path(inside.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        Path inside = FaultyPath.inside(path);
        if (Files.exists(inside)) {
            real.createDirectory(inside, attributes);
        }
        change("create directory " + inside, () -> real.createDirectory(inside, attributes));
    }

    @Override
    public void delete(Path path) throws IOException {
        change("delete " + path, () -> real.delete(FaultyPath.inside(path)));
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        if (!Files.exists(FaultyPath.inside(path), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        delete(path);
        return true;
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        change("copy " + source, () -> real.copy(FaultyPath.inside(source), FaultyPath.inside(target), options));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = FaultyPath.inside(source);
        Path to = FaultyPath.inside(target);
        change("move " + from + " to " + to, () -> {
            real.move(from, to, options);
            if (unforced.remove(from)) {
                unforced.add(to);
            } else {
                unforced.remove(to);
            }
        });
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(FaultyPath.inside(one), FaultyPath.inside(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(FaultyPath.inside(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(FaultyPath.inside(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(FaultyPath.inside(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(FaultyPath.inside(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(FaultyPath.inside(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(FaultyPath.inside(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        change("set " + attribute, () -> real.setAttribute(FaultyPath.inside(path), attribute, value, options));
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return files.path(Path.of(URI.create("file:" + uri.getSchemeSpecificPart())));
    }
}
