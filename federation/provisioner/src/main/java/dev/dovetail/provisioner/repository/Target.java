package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.store.Content;
import dev.dovetail.trust.metadata.TargetFile;
import java.util.Optional;

/**
 * A file that a repository offers, as its signed metadata describe it.
 *
 * @param path its target path
 * @param file what it must be
 * @param role who says so
 */
public record Target(String path, TargetFile file, String role) {

    /** @return its digest and length, where it has a SHA-256 digest */
    public Optional<Content> content() {
        return file.digests().sha256().map(sha256 -> new Content(sha256, file.length()));
    }
}
