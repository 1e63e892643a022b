package dev.dovetail.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.GZIPOutputStream;

/** Releases of charts that differ in nothing but the version, each published beside the first one. */
final class Releases {

    private static final String FIRST = "1.0.0";
    private static final String NAME = "team.charts.feature";

    private final byte[] jar;
    private final String index;

    private Releases(byte[] jar, String index) {
        this.jar = jar;
        this.index = index;
    }

    /** Of a jar that is not published here. */
    static Releases of(Path jar) throws IOException {
        return new Releases(Files.readAllBytes(jar), "");
    }

    static Releases in(Path repository) throws IOException {
        return new Releases(
                Files.readAllBytes(repository.resolve(path(FIRST))), Files.readString(repository.resolve("index.xml")));
    }

    private static String path(String version) {
        return "bundles/" + NAME + "-" + version + ".jar";
    }

    /** The same bundle as another version. */
    byte[] release(String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                JarEntry entry = in.getNextJarEntry();
                while (entry != null) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                    entry = in.getNextJarEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Adds a release to what the server offers in its folder {@code charts}. */
    void publish(RepositoryServer server, String version, byte[] release) throws IOException {
        int name = index.indexOf("\"osgi.identity\" value=\"" + NAME + "\"");
        int begin = index.lastIndexOf("<resource>", name);
        int end = index.indexOf("</resource>", name) + "</resource>".length();
        String entry = index.substring(begin, end)
                .replace(path(FIRST), path(version))
                .replace("value=\"" + FIRST + "\" type=\"Version\"", "value=\"" + version + "\" type=\"Version\"")
                .replace("name=\"size\" value=\"" + jar.length + "\"", "name=\"size\" value=\"" + release.length + "\"")
                .replace(sha256(jar), sha256(release));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((index.substring(0, end) + entry + index.substring(end)).getBytes(StandardCharsets.UTF_8));
        }
        server.publish("/charts/" + path(version), release);
        server.publish("/charts/index.xml.gz", packed.toByteArray());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
