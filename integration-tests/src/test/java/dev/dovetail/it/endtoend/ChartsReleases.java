package dev.dovetail.it.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The charts team in a hurry: its second release again and again, each time under another version. */
final class ChartsReleases {

    private static final String REAL = "1.1.0";
    private static final String BUNDLES = "bundles/";
    private static final String NAME = "team.charts.feature-";

    private final Path folder;

    /** Writes the repositories into this folder. */
    ChartsReleases(Path folder) {
        this.folder = folder;
    }

    static String version(int number) {
        return "1.1." + number;
    }

    /** A repository with this release and nothing older of the feature. */
    Path release(int number) throws IOException {
        Path from = Checkout.repository("charts-next");
        Path to = folder.resolve("release-" + number);
        Folder.copy(from, to);
        Files.delete(to.resolve("index.xml.gz"));
        Files.delete(to.resolve(BUNDLES + NAME + REAL + ".jar"));
        byte[] jar = rewritten(from.resolve(BUNDLES + NAME + REAL + ".jar"), version(number));
        Files.write(to.resolve(BUNDLES + NAME + version(number) + ".jar"), jar);
        String index = Files.readString(to.resolve("index.xml"));
        Files.writeString(to.resolve("index.xml"), reindexed(index, number, jar, sha256(from)));
        return to;
    }

    private static String sha256(Path repository) throws IOException {
        return Folder.sha256(repository.resolve(BUNDLES + NAME + REAL + ".jar")).toUpperCase(Locale.ROOT);
    }

    private static String reindexed(String index, int number, byte[] jar, String oldDigest) throws IOException {
        int content = index.indexOf(oldDigest);
        if (content < 0) {
            throw new IOException("Expected the index to have SHA-256 " + oldDigest);
        }
        int begin = index.lastIndexOf("<resource>", content);
        int end = index.indexOf("</resource>", content);
        String entry = index.substring(begin, end)
                .replace("value=\"" + REAL + "\"", "value=\"" + version(number) + "\"")
                .replace(NAME + REAL, NAME + version(number))
                .replace(oldDigest, Folder.sha256(jar))
                .replaceAll("name=\"size\" value=\"\\d+\"", "name=\"size\" value=\"" + jar.length + "\"");
        return index.substring(0, begin) + entry + index.substring(end);
    }

    private static byte[] rewritten(Path jar, String version) throws IOException {
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
