package dev.dovetail.publisher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small bundles. */
public final class Bundles {

    private Bundles() {}

    /**
     * @param folder where
     * @param bsn the bundle's name
     * @param version its version
     * @param headers more of its manifest, each {@code Name: value}
     * @return the jar
     * @throws IOException when it can't be written
     */
    public static Path bundle(Path folder, String bsn, String version, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", bsn);
        main.putValue("Bundle-Version", version);
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            main.putValue(parts[0], parts[1]);
        }
        return jar(folder.resolve(bsn.split(";", 2)[0] + "-" + version + "-" + headers.length + ".jar"), manifest);
    }

    /**
     * @param file where
     * @param manifest its manifest
     * @return the jar
     * @throws IOException when it can't be written
     */
    public static Path jar(Path file, Manifest manifest) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setTime(0);
            jar.putNextEntry(entry);
            manifest.write(jar);
            jar.closeEntry();
            ZipEntry text = new ZipEntry("readme.txt");
            text.setTime(0);
            jar.putNextEntry(text);
            jar.write("Hello".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return file;
    }

    /**
     * @param type a class of a library
     * @return the library's jar
     */
    public static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
