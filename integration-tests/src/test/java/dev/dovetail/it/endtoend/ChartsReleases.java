package dev.dovetail.it.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The charts team in a hurry: its second release again and again, each time under another version. */
final class ChartsReleases {

    private static final String NAME = "team.charts.feature";

    private final Site site;
    private final Path folder;

    /**
     * @param site the team's repository with its first release
     * @param folder where the repositories with the others go
     */
    ChartsReleases(Site site, Path folder) {
        this.site = site;
        this.folder = folder;
    }

    static String version(int number) {
        return "1.1." + number;
    }

    /**
     * A repository with the first release and this one, and none between them: what is on offer does not grow. The
     * versions of its metadata go up, as those of a repository do that publishes into one folder.
     */
    Path release(int number) throws Exception {
        site.refresh("charts");
        Path to = folder.resolve("release-" + number);
        Folder.copy(site.folder(), to);
        new Site(to, site.keyFolder()).publish(List.of(jar(folder, version(number))));
        return to;
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
        if (name.endsWith("charts.properties")) {
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
