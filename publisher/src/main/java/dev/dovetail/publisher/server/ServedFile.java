package dev.dovetail.publisher.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A file as one request sees it.
 *
 * @param name its last name
 * @param tag what tells its content from any other it had or will have
 * @param length bytes
 * @param modified when it was last written
 * @param content opens it
 */
record ServedFile(String name, String tag, long length, Instant modified, Content content) {

    /** Small files are replaced, often within one tick of a file system's clock: only their bytes tell them apart. */
    private static final long SMALL = 64 * 1024;

    interface Content {
        InputStream open() throws IOException;
    }

    static ServedFile of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        String name = String.valueOf(path.getFileName());
        Instant modified = attributes.lastModifiedTime().toInstant();
        if (attributes.size() <= SMALL) {
            byte[] bytes = Files.readAllBytes(path);
            return new ServedFile(name, digest(bytes), bytes.length, modified, () -> new ByteArrayInputStream(bytes));
        }
        String tag = Long.toHexString(attributes.size()) + "-"
                + Long.toHexString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        return new ServedFile(name, tag, attributes.size(), modified, () -> Files.newInputStream(path));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String mediaType() {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "json" -> "application/json";
            case "html" -> "text/html; charset=utf-8";
            case "xml" -> "application/xml";
            case "txt" -> "text/plain; charset=utf-8";
            case "gz" -> "application/gzip";
            case "jar" -> "application/java-archive";
            default -> "application/octet-stream";
        };
    }

    boolean text() {
        String type = mediaType();
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
    }

    /** All that is signed but the timestamp has a version or a digest in its name, and never changes. */
    String caching() {
        boolean changes = name.equals("timestamp.json") || name.endsWith(".html");
        return changes ? "no-cache" : "public, max-age=31536000, immutable";
    }
}
