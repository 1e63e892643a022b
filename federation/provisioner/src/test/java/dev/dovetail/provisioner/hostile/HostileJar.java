package dev.dovetail.provisioner.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes jars that mean harm, one method for one way, out of a bundle that is otherwise good. The numbers are the rows of
 * the table in SECURITY.md. Immutable.
 */
public final class HostileJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int SYMBOLIC_LINK = 0xA1FF;
    private static final int MEGA = 1024 * 1024;

    private final Map<String, String> headers;
    private final List<RawEntry> files;

    private HostileJar(Map<String, String> headers, List<RawEntry> files) {
        this.headers = headers;
        this.files = files;
    }

    public static HostileJar bundle(String symbolicName, String version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", version);
        return new HostileJar(headers, List.of());
    }

    public HostileJar header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HostileJar(more, files);
    }

    public HostileJar file(String path, byte[] content) {
        return with(RawEntry.deflated(path, content));
    }

    public HostileJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
            return file(path, code.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HostileJar with(RawEntry entry) {
        List<RawEntry> more = new ArrayList<>(files);
        more.add(entry);
        return new HostileJar(headers, more);
    }

    /** Without any harm. */
    public byte[] good() {
        return zip().bytes();
    }

    public String manifest() {
        return headers.entrySet().stream()
                .map(header -> folded(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder(line);
        for (int at = 70; at < folded.length(); at += 73) {
            folded.insert(at, "\r\n ");
        }
        return folded.toString();
    }

    private RawZip zip() {
        return zip(manifest());
    }

    private RawZip zip(String manifest) {
        return new RawZip().entry(RawEntry.text(MANIFEST, manifest)).entries(files);
    }

    /** 1: an entry under a name of any form. */
    public byte[] entryNamed(String path) {
        return with(RawEntry.text(path, "harm")).good();
    }

    /** 1: an entry that is a link out of the bundle. */
    public byte[] symbolicLink() {
        return with(RawEntry.stored("link", "/etc/passwd".getBytes(StandardCharsets.UTF_8))
                        .mode(SYMBOLIC_LINK))
                .good();
    }

    /** 2: an entry that says openly that it unpacks to a thousand times its size. */
    public byte[] bomb() {
        return file("zeros.bin", new byte[8 * MEGA]).good();
    }

    /** 2: an entry that unpacks to far more than it says. */
    public byte[] lyingBomb(String path) {
        return with(RawEntry.deflated(path, new byte[8 * MEGA]).size(1000)).good();
    }

    /** 2: an entry that unpacks to far less than it says, for which readers set memory aside. */
    public byte[] hollowEntry(String path) {
        return with(RawEntry.text(path, "little").size(500)).good();
    }

    /** 2: entries that share their content, each as large as all of it. */
    public byte[] overlapping() {
        RawZip zip = zip();
        RawEntry shared = RawEntry.deflated("shared-0.bin", new byte[10_000]);
        zip.entry(shared);
        int offset = zip.offset(1);
        IntStream.range(1, 50)
                .forEach(i -> zip.listed(RawEntry.deflated("shared-" + i + ".bin", new byte[10_000]), offset));
        return zip.bytes();
    }

    /** 2: very many entries. */
    public byte[] manyEntries(int count) {
        RawZip zip = zip();
        IntStream.range(0, count).forEach(i -> zip.entry(RawEntry.stored("e" + i, new byte[0])));
        return zip.bytes();
    }

    /** 2: a jar in a jar on the class path. */
    public byte[] jarInJarInJar() {
        byte[] innermost = new RawZip().entry(RawEntry.text("a.txt", "a")).bytes();
        byte[] inner =
                new RawZip().entry(RawEntry.stored("innermost.jar", innermost)).bytes();
        return header("Bundle-ClassPath", ".,lib/inner.jar")
                .file("lib/inner.jar", inner)
                .good();
    }

    /** 2: a bomb in a jar on the class path. */
    public byte[] bombInJar() {
        byte[] inner = new RawZip()
                .entry(RawEntry.deflated("zeros.bin", new byte[8 * MEGA]))
                .bytes();
        return header("Bundle-ClassPath", ".,lib/inner.jar")
                .with(RawEntry.stored("lib/inner.jar", inner))
                .good();
    }

    /** 9: very many headers. */
    public byte[] manyHeaders(int count) {
        HostileJar jar = this;
        Map<String, String> more = new LinkedHashMap<>(headers);
        IntStream.range(0, count).forEach(i -> more.put("X-Header-" + i, "x"));
        return new HostileJar(more, jar.files).good();
    }

    /** 9: very many imports. */
    public byte[] manyImports(int count) {
        String imports = IntStream.range(0, count)
                .mapToObj(i -> "p" + i + ";resolution:=optional")
                .collect(Collectors.joining(","));
        return header("Import-Package", imports).good();
    }

    /** 9: a manifest of any form. */
    public byte[] manifest(String raw) {
        return zip(raw).bytes();
    }

    /** 23: an entry twice, of which one reader takes the first and another the second. */
    public byte[] twice(String path) {
        return with(RawEntry.text(path, "one"))
                .with(RawEntry.text(path, "other"))
                .good();
    }

    /** 23: an entry that has one name in the directory and another before its content. */
    public byte[] otherNameInside(String path, String inside) {
        return with(RawEntry.text(path, "harm").localName(inside)).good();
    }

    /** 23: an entry whose sizes differ in the two places. */
    public byte[] otherSizeInside(String path) {
        return with(RawEntry.text(path, "harm").localSize(7)).good();
    }

    /** 23: an entry that only readers see that go from front to back. */
    public byte[] hiddenEntry(String path) {
        return zip().hidden(RawEntry.text(path, "harm")).bytes();
    }

    /** 23: bytes before, or between, the entries. */
    public byte[] strayBytes() {
        return new RawZip()
                .gap("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8))
                .entry(RawEntry.text(MANIFEST, manifest()))
                .entries(files)
                .bytes();
    }

    /** 23: a second archive in the comment of the first: some readers find the one, some the other. */
    public byte[] archiveInComment() {
        return zip().bytes(bundle("another", "1.0.0").good());
    }
}
