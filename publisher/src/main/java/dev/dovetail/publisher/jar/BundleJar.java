package dev.dovetail.publisher.jar;

import java.nio.file.Path;
import java.util.jar.Manifest;
import org.osgi.framework.Version;

/**
 * A jar that may be published.
 *
 * @param file where it lies
 * @param bsn its symbolic name
 * @param version its version
 * @param sha256 the digest of all its bytes, lower-case hexadecimal
 * @param length bytes
 * @param unpacked bytes of all its entries together, when they are unpacked
 * @param manifest what it says of itself
 */
public record BundleJar(
        Path file, String bsn, Version version, String sha256, long length, long unpacked, Manifest manifest) {

    /** @return name and version, for messages */
    public String title() {
        return bsn + " " + version;
    }
}
