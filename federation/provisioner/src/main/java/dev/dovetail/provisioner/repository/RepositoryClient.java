package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Served;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.store.Store;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.Search;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Verifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One repository, as a client sees it: brings its signed metadata up to date, says which files they describe, and fetches
 * those. Nothing is believed that they don't vouch for, and there is no way to make it believe more.
 *
 * <p>What was accepted is kept in a directory, and is consistent there whenever the process ends; what is refused changes
 * nothing of it. One thread, and one process, at a time.
 */
public final class RepositoryClient {

    private final RepositoryLocation location;
    private final MetadataDirectory directory;
    private final SignedFetcher fetcher;
    private final MetadataSource source;
    private final Clock clock;
    private final Verifier verifier;

    /**
     * @param location where the repository is
     * @param directory what was accepted of it before
     * @param fetcher the way to it
     * @param clock what time it is
     */
    public RepositoryClient(
            RepositoryLocation location, MetadataDirectory directory, SignedFetcher fetcher, Clock clock) {
        this(location, directory, fetcher, clock, Verifier.anew());
    }

    /**
     * @param location where the repository is
     * @param directory what was accepted of it before
     * @param fetcher the way to it
     * @param clock what time it is
     * @param verifier says which signatures are good
     */
    public RepositoryClient(
            RepositoryLocation location,
            MetadataDirectory directory,
            SignedFetcher fetcher,
            Clock clock,
            Verifier verifier) {
        this.location = location;
        this.directory = directory;
        this.fetcher = fetcher;
        this.source = new MetadataSource(location, fetcher);
        this.clock = clock;
        this.verifier = verifier;
    }

    /**
     * Begins to trust the repository by the fingerprint of its first root, which is fetched.
     *
     * @param expected the fingerprint, which came by another way
     * @throws UntrustedException when the repository's first root is another one
     * @throws RepositoryException when it has none, or can't be reached
     * @throws HomeException when it can't be kept
     */
    public void trust(Fingerprint expected) throws UntrustedException, RepositoryException, HomeException {
        byte[] root = firstRoot();
        Fingerprint found = Fingerprint.of(root);
        if (!found.equals(expected)) {
            throw untrusted(new TrustException(
                    Reason.OTHER_ROOT, "Expected a root with the fingerprint " + expected + ", found " + found));
        }
        directory.trust(root);
    }

    /**
     * Fetches the repository's first root, to show its fingerprint. Trusts nothing.
     *
     * @return the file
     * @throws RepositoryException when the repository has none, or can't be reached
     */
    public byte[] firstRoot() throws RepositoryException {
        Optional<byte[]> root = source.root(1);
        if (root.isEmpty()) {
            throw new RepositoryException(
                    "DT-FETCH-015",
                    "Expected a signed repository, found no 1.root.json at " + source,
                    "Check the address; a repository's publisher makes one with: repository init");
        }
        return root.get();
    }

    /**
     * Brings the metadata up to date, in the order of the specification and by the machine's clock alone.
     *
     * @return what is believed now
     * @throws UntrustedException when something served is not believed
     * @throws RepositoryException when something can't be fetched
     * @throws HomeException when something can't be kept
     */
    public VerifiedRepository refresh() throws UntrustedException, RepositoryException, HomeException {
        try {
            Instant now = clock.instant();
            Refresh refresh = Refresh.from(source, directory, now, verifier).roots();
            byte[] timestamp = ((Served.File) source.timestamp(Optional.empty())).bytes();
            return verified(
                    refresh.timestamp(timestamp)
                            .snapshot()
                            .targets(refresh.set().topLevel()),
                    now);
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    private static VerifiedRepository verified(Refresh refresh, Instant now) {
        return new VerifiedRepository(refresh.set(), now, Duration.ZERO, true);
    }

    /**
     * Looks for something new with as little traffic as can be: one conditional request where there is nothing. Remembers
     * the time, and doesn't believe a clock that was set back.
     *
     * @return what is believed now, and whether it is new
     * @throws UntrustedException when something served is not believed; see {@link #kept} for what was before
     * @throws RepositoryException when the repository can't be reached, and nothing was kept of it
     * @throws HomeException when something can't be kept
     */
    public Outcome check() throws UntrustedException, RepositoryException, HomeException {
        try {
            return new Check(source, directory, clock, verifier).run();
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    /**
     * Reads what was kept, without the network and however old it is.
     *
     * @return what was believed last, if it is complete
     * @throws UntrustedException when not even the root is good any more
     * @throws HomeException when it can't be read
     */
    public Optional<VerifiedRepository> kept() throws UntrustedException, HomeException {
        try {
            return new Check(source, directory, clock, verifier).kept();
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    /**
     * Looks up files. Takes the metadata of whoever was delegated to on the way, from the directory or, if the repository
     * is current, from the network.
     *
     * @param repository where to look
     * @param paths the files' target paths
     * @return those that are described
     * @throws UntrustedException when somebody's metadata are not believed
     * @throws RepositoryException when they can't be fetched
     * @throws HomeException when they can't be kept
     */
    public Findings find(VerifiedRepository repository, Collection<String> paths)
            throws UntrustedException, RepositoryException, HomeException {
        try {
            Refresh refresh = Refresh.on(source, directory, repository.trusted());
            Map<String, Target> found = new HashMap<>();
            for (String path : paths) {
                find(refresh, path, repository.current()).ifPresent(target -> found.put(path, target));
            }
            return new Findings(repository.with(refresh.set()), found);
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    private Optional<Target> find(Refresh refresh, String path, boolean online)
            throws RepositoryException, HomeException, TrustException {
        Search search = refresh.set().search(path);
        while (search instanceof Search.Wanted wanted) {
            if (online) {
                refresh.targets(wanted.delegation());
            } else {
                refresh.keptTargets(wanted.delegation());
            }
            search = refresh.set().search(path);
        }
        return search instanceof Search.Found found
                ? Optional.of(new Target(path, found.file(), found.role()))
                : Optional.empty();
    }

    /**
     * Downloads a file into a directory, under its target path with all special characters escaped, unless it is there.
     *
     * @param repository where it was found
     * @param target which
     * @param into the directory
     * @return the file, which is exactly what was signed
     * @throws UntrustedException when the repository serves other bytes
     * @throws RepositoryException when it serves none, or too slowly
     * @throws HomeException when they can't be written
     */
    public Path download(VerifiedRepository repository, Target target, Path into)
            throws UntrustedException, RepositoryException, HomeException {
        try {
            return new TargetDownload(fetcher, location)
                    .into(into, repository.trusted().root(), target);
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    /**
     * Looks for a file that was downloaded before. Asks nobody.
     *
     * @param target which
     * @param into the directory it was downloaded into
     * @return the file, if it is there and is exactly what was signed
     * @throws HomeException when it can't be read
     */
    public Optional<Path> downloaded(Target target, Path into) throws HomeException {
        return TargetDownload.in(into, target);
    }

    /**
     * Downloads a file into the store, unless it is there.
     *
     * @param repository where it was found
     * @param target which
     * @param store where it goes
     * @param progress called with the number of bytes so far
     * @throws UntrustedException when the metadata give no SHA-256 digest
     * @throws RepositoryException when the repository doesn't deliver exactly these bytes in time
     * @throws HomeException when they can't be written
     */
    public void download(VerifiedRepository repository, Target target, Store store, LongConsumer progress)
            throws UntrustedException, RepositoryException, HomeException {
        try {
            new TargetDownload(fetcher, location)
                    .into(store, repository.trusted().root(), target, progress);
        } catch (TrustException e) {
            throw untrusted(e);
        }
    }

    private UntrustedException untrusted(TrustException e) {
        return new UntrustedException(source.toString(), e);
    }
}
