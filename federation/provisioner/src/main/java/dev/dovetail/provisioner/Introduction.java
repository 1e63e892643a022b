package dev.dovetail.provisioner;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a repository comes to be trusted: a person compares its fingerprint, once; what it then says of itself, signed, is
 * what it may bring, unless the person says otherwise. Changes no profile.
 */
public final class Introduction {

    private static final String CHARTER = "x-dovetail";

    private final SignedFetcher fetcher;
    private final Clock clock;

    /**
     * @param fetcher the way to repositories
     * @param clock what time it is
     */
    public Introduction(SignedFetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * Asks a repository for its fingerprint, which says nothing yet: anybody could answer. A person compares it with what
     * the publisher gives by another way.
     *
     * @param url where the repository is
     * @return the fingerprint of what answers there
     * @throws RepositoryException when no signed repository does
     */
    public Fingerprint fingerprint(URI url) throws RepositoryException {
        RepositoryLocation location = RepositoryLocation.at(url);
        return Fingerprint.of(
                new RepositoryClient(location, new MetadataDirectory(Path.of("")), fetcher, clock).firstRoot());
    }

    /**
     * Reads what a repository says of itself, verified from the fingerprint on.
     *
     * @param url where it is
     * @param root its fingerprint, compared by a person
     * @param profile where it is to be added: its name becomes one that is free there
     * @return the repository, with the namespace it says it needs
     * @throws ProvisioningException when it can't be reached or isn't believed
     */
    public Repository.Trusted meet(URI url, Fingerprint root, Profile profile) throws ProvisioningException {
        Path folder = temporary();
        try {
            RepositoryClient client =
                    new RepositoryClient(RepositoryLocation.at(url), new MetadataDirectory(folder), fetcher, clock);
            client.trust(root);
            JsonObject extra = client.refresh().targets().header().extra();
            return charter(url, root, profile, extra);
        } finally {
            delete(folder);
        }
    }

    /**
     * Checks that nobody else owns what the newcomer would.
     *
     * @param newcomer a repository to be added
     * @param profile where to
     * @return the profile with it
     * @throws RefusedException when a name would have two owners
     */
    public static Profile add(Repository.Trusted newcomer, Profile profile) throws RefusedException {
        Repository rival = profile.rival(newcomer).orElse(newcomer);
        if (rival != newcomer) {
            throw new RefusedException(
                    "DT-TRUST-021",
                    "Expected bundle names that no other repository owns, found " + newcomer.name() + " with "
                            + newcomer.namespace().bundles() + " beside " + rival.name() + " with "
                            + rival.namespace().bundles() + ".",
                    "Say which names each may bring: dovetail repository add URL --bundles 'team.charts.*'.");
        }
        return profile.with(newcomer);
    }

    private static Repository.Trusted charter(URI url, Fingerprint root, Profile profile, JsonObject extra)
            throws RepositoryException {
        try {
            JsonObject charter = extra.has(CHARTER) ? extra.object(CHARTER) : JsonObject.EMPTY;
            String name = charter.has("name") ? charter.text("name") : String.valueOf(url.getHost());
            Namespace namespace = charter.has("bundles")
                    ? Namespace.of(
                            new NamePatterns(charter.texts("bundles")), new NamePatterns(charter.texts("carries")))
                    : Namespace.UNBOUNDED;
            return new Repository.Trusted(free(readable(name), url, profile), url, root, namespace);
        } catch (JsonException | IllegalArgumentException e) {
            throw new RepositoryException(
                    "DT-FETCH-018",
                    "What the repository at " + url + " says of itself can't be used: " + e.getMessage(),
                    "Tell the repository's publisher.",
                    e);
        }
    }

    private static String readable(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "repository" : plain.substring(0, Math.min(40, plain.length()));
    }

    private static String free(String name, URI url, Profile profile) {
        List<String> taken = profile.repositories().stream()
                .filter(repository -> !repository.url().equals(url))
                .map(Repository::name)
                .toList();
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    private static Path temporary() throws HomeException {
        try {
            return Files.createTempDirectory("dovetail-introduction");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void delete(Path folder) throws HomeException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static HomeException unusable(IOException e) {
        return new HomeException(
                "DT-HOME-024",
                "Can't use the folder for temporary files: " + e.getMessage(),
                "Check that it may be written and that its disk has room.",
                e);
    }
}
