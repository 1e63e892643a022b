package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.DigestCheck;
import dev.dovetail.trust.metadata.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Brings target files to disk: never a byte more than was signed, and under their names only when they are whole. */
final class TargetDownload {

    private static final int BUFFER = 64 * 1024;

    private final SignedFetcher fetcher;
    private final RepositoryLocation location;

    TargetDownload(SignedFetcher fetcher, RepositoryLocation location) {
        this.fetcher = fetcher;
        this.location = location;
    }

    void into(Store store, Root root, Target target, LongConsumer progress)
            throws RepositoryException, HomeException, TrustException {
        Content content = target.content()
                .orElseThrow(() -> new TrustException(
                        Reason.MALFORMED, "Expected a SHA-256 digest of " + target.path() + ", found others"));
        if (store.contains(content)) {
            progress.accept(content.size());
            return;
        }
        URI url = url(root, target);
        try (InputStream body = fetcher.target(url)) {
            store.put(content, url.toString(), body, progress);
        } catch (IOException e) {
            throw brokenOff(url, e);
        }
    }

    /** The file, if it was downloaded before and is what was signed. */
    static Optional<Path> in(Path directory, Target target) throws HomeException {
        Path place = directory.resolve(FileName.ofTarget(target.path()));
        try {
            return isThere(place, target) ? Optional.of(place) : Optional.empty();
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    Path into(Path directory, Root root, Target target) throws RepositoryException, HomeException, TrustException {
        Path place = directory.resolve(FileName.ofTarget(target.path()));
        try {
            if (!isThere(place, target)) {
                fetch(url(root, target), target, place);
            }
            return place;
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    private static HomeException unusable(Path place, IOException e) {
        return new HomeException(
                "DT-HOME-023",
                "Can't write or read a downloaded file: " + place + ": " + e.getMessage(),
                "Check that the disk has room and that the directory may be written.",
                e);
    }

    private void fetch(URI url, Target target, Path place) throws IOException, RepositoryException, TrustException {
        Files.createDirectories(place.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(place.toAbsolutePath().getParent(), ".incoming", ".part");
        try {
            try (Body body = new Body(url, fetcher.target(url));
                    OutputStream out = Files.newOutputStream(fresh)) {
                receive(body, out, target);
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Reads one byte more than was signed at most, to see that there is none. */
    private static void receive(Body body, OutputStream out, Target target)
            throws IOException, RepositoryException, TrustException {
        DigestCheck check = target.file().digests().check();
        byte[] buffer = new byte[BUFFER];
        long left = target.file().length();
        int n = body.read(buffer, left + 1);
        while (n >= 0 && n <= left) {
            left -= n;
            check.update(buffer, n);
            out.write(buffer, 0, n);
            n = body.read(buffer, left + 1);
        }
        if (n >= 0 || left > 0 || !check.matches()) {
            throw new TrustException(
                    Reason.OTHER_BYTES,
                    "Expected " + target.file().length() + " bytes with the signed digest, found others at "
                            + body.url());
        }
    }

    private static boolean isThere(Path place, Target target) throws IOException {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                || Files.size(place) != target.file().length()) {
            return false;
        }
        DigestCheck check = target.file().digests().check();
        try (InputStream in = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                check.update(buffer, n);
            }
        }
        return check.matches();
    }

    private URI url(Root root, Target target) {
        String prefix =
                root.consistentSnapshot() ? target.file().digests().preferred().orElseThrow() + "." : "";
        return location.target(target.path(), prefix);
    }

    private static UnreachableException brokenOff(URI url, IOException e) {
        return new UnreachableException(
                "DT-FETCH-004",
                "The download broke off: " + e.getMessage() + " at " + url,
                "Check the connection to the repository and try again.",
                e);
    }

    /** Failures of the source and of the disk need different advice, so they are told apart where they happen. */
    private record Body(URI url, InputStream in) implements AutoCloseable {

        int read(byte[] buffer, long most) throws RepositoryException {
            try {
                return in.read(buffer, 0, (int) Math.min(buffer.length, most));
            } catch (IOException e) {
                throw brokenOff(url, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
