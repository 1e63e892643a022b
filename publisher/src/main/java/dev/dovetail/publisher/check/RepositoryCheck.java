package dev.dovetail.publisher.check;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.server.RepositoryServer;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.metadata.DelegatedRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a whole repository with the client's own classes: metadata, each index, each jar, and that they belong together.
 * Downloads everything, one file at a time. Changes nothing.
 */
public final class RepositoryCheck {

    private final Clock clock;

    /** @param clock by which expiry is judged */
    public RepositoryCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks a folder, served on loopback meanwhile.
     *
     * @param folder the repository
     * @param fingerprint the one that people compare; without, the one that is there is believed
     * @return what was found
     * @throws IOException when a file of this machine can't be read or written
     * @throws ProvisioningException when the repository is refused as a whole
     */
    public CheckReport check(Path folder, Optional<Fingerprint> fingerprint) throws IOException, ProvisioningException {
        try (RepositoryServer server = RepositoryServer.onLoopback(folder)) {
            return check(server.url(), fingerprint);
        }
    }

    /**
     * Checks a repository at an address.
     *
     * @param url the address, https or on loopback
     * @param fingerprint the one that people compare; without, the one that is there is believed
     * @return what was found
     * @throws IOException when a file of this machine can't be read or written
     * @throws ProvisioningException when the repository is refused as a whole
     */
    public CheckReport check(URI url, Optional<Fingerprint> fingerprint) throws IOException, ProvisioningException {
        Fingerprint expected = fingerprint.isPresent() ? fingerprint.get() : found(url);
        try (Visit visit = Visit.to(url, expected, clock)) {
            List<String> problems = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            int bundles = 0;
            long bytes = 0;
            for (DelegatedRole team : visit.repository().targets().delegations().roles()) {
                TeamCheck check = new TeamCheck(visit, team.name());
                paths.addAll(check.run());
                problems.addAll(check.problems());
                bundles += check.bundles();
                bytes += check.bytes();
            }
            problems.addAll(lookalikes(paths));
            return new CheckReport(
                    url,
                    expected.sha256(),
                    name(visit),
                    bundles,
                    bytes,
                    visit.repository().validUntil(),
                    problems);
        }
    }

    private Fingerprint found(URI url) throws RepositoryException {
        try (SignedFetcher fetcher = new SignedFetcher(Limits.USUAL)) {
            RepositoryClient client = new RepositoryClient(
                    RepositoryLocation.at(url), new MetadataDirectory(Path.of("")), fetcher, clock);
            return Fingerprint.of(client.firstRoot());
        }
    }

    private static List<String> lookalikes(List<String> paths) {
        List<String> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (String path : paths) {
            String other = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (other != null && !other.equals(path)) {
                problems.add(path + ": expected a path that differs from others by more than case, found " + other);
            }
        }
        return problems;
    }

    private static String name(Visit visit) {
        return Charter.of(visit.repository().targets()).map(Charter::name).orElse("");
    }
}
