package dev.dovetail.launcher.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.osgi.framework.connect.ConnectContent;

/** A jar on the class path as the content of a bundle. Opened and closed by the framework; any thread. */
final class ClassPathJar implements ConnectContent {

    private final Path path;
    private Optional<JarFile> jar = Optional.empty();

    /** @param path the jar */
    ClassPathJar(Path path) {
        this.path = path;
    }

    @Override
    public synchronized void open() throws IOException {
        if (jar.isEmpty()) {
            jar = Optional.of(new JarFile(path.toFile(), false));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
            jar = Optional.empty();
        }
    }

    private synchronized JarFile opened() {
        return jar.orElseThrow(() -> new IllegalStateException(path + " is not open"));
    }

    /** The framework reads them from the manifest then. */
    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public List<String> getEntries() {
        return opened().stream().map(ZipEntry::getName).toList();
    }

    @Override
    public Optional<ConnectEntry> getEntry(String name) {
        return Optional.ofNullable(opened().getEntry(name)).map(Entry::new);
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(ClassLoader.getSystemClassLoader());
    }

    private final class Entry implements ConnectEntry {

        private final ZipEntry entry;

        private Entry(ZipEntry entry) {
            this.entry = entry;
        }

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return opened().getInputStream(entry);
        }
    }
}
