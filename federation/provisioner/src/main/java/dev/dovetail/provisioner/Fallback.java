package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.embedded.EmbeddedRepository;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.Store;
import dev.dovetail.trust.failure.TrustException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came with Dovetail itself: copies of repositories, and a profile that says of what, in a folder of the distribution
 * ({@code docs/formats/fallback.md}). It is the last resort for a plan, and the first one for bytes: what is here is never
 * downloaded. A copy that can't be read or believed is passed over, and the log says why.
 */
public final class Fallback {

    /** Nothing came along. */
    public static final Fallback NONE = new Fallback(Profile.EMPTY, Map.of(), new IndexReader());

    private final Profile profile;
    private final Map<Repository, EmbeddedRepository> copies;
    private final IndexReader reader;

    private Fallback(Profile profile, Map<Repository, EmbeddedRepository> copies, IndexReader reader) {
        this.profile = profile;
        this.copies = copies;
        this.reader = reader;
    }

    /**
     * @param folder where the copies lie, if there are any
     * @param reader reads indexes
     * @return what is there; reads the profile alone
     */
    public static Fallback in(Path folder, IndexReader reader) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try {
            Profile profile = new ProfileFile(folder).read();
            Map<Repository, EmbeddedRepository> copies = new LinkedHashMap<>();
            for (Repository repository : profile.repositories()) {
                if (repository instanceof Repository.Trusted trusted) {
                    copies.put(trusted, new EmbeddedRepository(folder.resolve(trusted.name()), trusted));
                }
            }
            return new Fallback(profile, copies, reader);
        } catch (HomeException e) {
            warn("What came with Dovetail can't be used: " + folder, e);
            return NONE;
        }
    }

    /**
     * @param own what the home trusts
     * @return the same, and the repositories of which copies came along; where both name one, it is as the home has it
     */
    public Profile joined(Profile own) {
        Profile joined = own;
        for (Repository repository : profile.repositories()) {
            if (joined.repository(repository.url().toString()).isEmpty()
                    && joined.repository(repository.name()).isEmpty()
                    && joined.rival(repository).isEmpty()) {
                joined = joined.with(repository);
            }
        }
        return joined;
    }

    /**
     * @param joined who may bring what
     * @return what the copies offer of it, for ever
     */
    public Known known(Profile joined) {
        List<Index> indexes = new ArrayList<>();
        copies.forEach((repository, copy) -> {
            if (joined.repositories().contains(repository)) {
                try {
                    indexes.add(copy.index(reader));
                } catch (IOException | TrustException | IndexException e) {
                    warn("The copy of " + repository.url() + " that came with Dovetail is not used", e);
                }
            }
        });
        return new Known(Catalog.of(Namespaces.hold(joined, indexes)), List.of(), Map.of());
    }

    /**
     * Puts what is missing and is here into the store.
     *
     * @param bundles that are needed
     * @param store where they go
     * @throws HomeException when they can't be written
     */
    public void supply(List<LockedBundle> bundles, Store store) throws HomeException {
        for (LockedBundle bundle : bundles) {
            for (EmbeddedRepository copy : copies.values()) {
                if (!store.contains(bundle.content())) {
                    var unused = copy.supply(bundle, store);
                }
            }
        }
    }

    private static void warn(String message, Exception e) {
        System.getLogger(Fallback.class.getName()).log(System.Logger.Level.WARNING, message, e);
    }
}
