package dev.dovetail.it.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The charts team in a hurry: its second release again and again, each time under another version. */
final class ChartsReleases {

    private static final String NAME = "team.charts.feature";

    private ChartsReleases() {}

    static Releases of(Site site, Path folder) {
        return new Releases(site, "charts", folder, version -> jar(folder, version));
    }

    /** The feature's second release as another version. */
    static Path jar(Path folder, String version) throws IOException {
        Path real = Checkout.repository("charts-next").resolve("bundles/" + NAME + "-1.1.0.jar");
        return Files.write(folder.resolve(NAME + "-" + version + ".jar"), rewritten(real, version));
    }

    /** A jar of any team as another version. */
    static byte[] rewritten(Path jar, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(rewritten(entry.getName(), in.readAllBytes(), version));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] rewritten(String name, byte[] bytes, String version) throws IOException {
        if (name.endsWith("charts.properties") || name.endsWith("release.properties")) {
            return ("version=" + version + "\n").getBytes(StandardCharsets.ISO_8859_1);
        } else if (!name.equals("META-INF/MANIFEST.MF")) {
            return bytes;
        }
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }
}
