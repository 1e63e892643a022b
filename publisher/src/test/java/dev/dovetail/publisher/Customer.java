package dev.dovetail.publisher;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.repository.Findings;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.provisioner.repository.Target;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.metadata.DelegatedRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who has added a repository, with the real client, and looks at it again and again. */
public final class Customer implements AutoCloseable {

    private final Path home;
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
    private final RepositoryClient client;

    /**
     * @param home where the client keeps what it believes
     * @param url the repository
     * @param clock what time the client thinks it is
     */
    public Customer(Path home, URI url, Clock clock) {
        this.home = home;
        this.client = new RepositoryClient(
                RepositoryLocation.at(url), new MetadataDirectory(home.resolve("metadata")), fetcher, clock);
    }

    /**
     * @param fingerprint the repository's
     * @return this one, who trusts it from now on
     * @throws ProvisioningException when it has another
     */
    public Customer trusting(String fingerprint) throws ProvisioningException {
        client.trust(new Fingerprint(fingerprint));
        return this;
    }

    /**
     * Looks at all that is on offer, index against targets, and downloads every file that is not there yet.
     *
     * @return names and versions
     * @throws ProvisioningException when something is refused
     * @throws IOException when a file can't be read
     * @throws PublishException when an index can't be read
     */
    public Set<String> look() throws ProvisioningException, IOException, PublishException {
        Findings findings = new Findings(client.refresh(), Map.of());
        Set<String> titles = new TreeSet<>();
        for (DelegatedRole team : findings.repository().targets().delegations().roles()) {
            String index = "index-" + team.name() + ".xml.gz";
            findings = client.find(findings.repository(), List.of(index));
            Path file = download(findings, index);
            List<IndexEntry> entries = new ArrayList<>();
            TeamIndex.read(team.name(), Files.readAllBytes(file)).forEach(entries::add);
            Files.delete(file);
            findings = client.find(
                    findings.repository(),
                    entries.stream().map(IndexEntry::path).toList());
            for (IndexEntry entry : entries) {
                download(findings, entry.path());
                titles.add(entry.bsn() + " " + entry.version());
            }
        }
        return titles;
    }

    private Path download(Findings findings, String path) throws ProvisioningException {
        Target target = findings.targets().get(path);
        if (target == null) {
            throw new AssertionError("Expected a target " + path + ", found "
                    + findings.targets().keySet());
        }
        return client.download(findings.repository(), target, home.resolve("files"));
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
