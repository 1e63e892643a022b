package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.IndexCache;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Reads what repositories offer into one catalog, from the network or as it was last read, each within its namespace. One
 * repository that can't be read, or isn't believed, takes nothing from the others; what was last known of it stays.
 */
public final class Repositories {

    private final SignedRepositories signed;
    private final UnsignedRepositories unsigned;

    /**
     * @param directory where what repositories said is kept
     * @param metadata the way to signed repositories
     * @param fetcher the way to unsigned ones, asked for only when it is needed
     * @param reader reads indexes
     * @param clock what time it is
     */
    public Repositories(
            Path directory, SignedFetcher metadata, Supplier<Fetcher> fetcher, IndexReader reader, Clock clock) {
        this.signed = new SignedRepositories(metadata, directory, reader, clock);
        this.unsigned = new UnsignedRepositories(fetcher, new IndexCache(directory), reader);
    }

    /**
     * Asks all repositories.
     *
     * @param profile which
     * @return what they offer now; of those that don't answer or aren't believed, what they last offered
     */
    public Known check(Profile profile) {
        Gathering gathering = new Gathering();
        for (Repository repository : profile.repositories()) {
            if (repository instanceof Repository.Trusted trusted) {
                signed.check(trusted, gathering);
            } else if (repository instanceof Repository.Unsigned bare) {
                unsigned.check(bare, gathering);
            }
        }
        return gathering.known(profile);
    }

    /**
     * Remembers, without a network.
     *
     * @param profile which repositories
     * @return what they last offered
     */
    public Known last(Profile profile) {
        Gathering gathering = new Gathering();
        for (Repository repository : profile.repositories()) {
            if (repository instanceof Repository.Trusted trusted) {
                signed.last(trusted, gathering);
            } else if (repository instanceof Repository.Unsigned bare) {
                unsigned.last(bare, gathering);
            }
        }
        return gathering.known(profile);
    }
}
