package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.fetch.Route;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.plan.Pins;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the person wants.
 *
 * @param repositories the repositories to look into, in order of preference; each address once
 * @param pins the features that are to stay in certain versions
 */
public record Profile(List<Repository> repositories, Pins pins) {

    /** No repository yet. */
    public static final Profile EMPTY = new Profile(List.of());

    /**
     * Nothing is pinned.
     *
     * @param repositories the repositories to look into
     */
    public Profile(List<Repository> repositories) {
        this(repositories, Pins.NONE);
    }

    /** Copies the list. */
    public Profile {
        repositories = List.copyOf(repositories);
    }

    /**
     * @param repository another repository, or the same address on other terms
     * @return this profile with it, in its old place or behind the others
     */
    public Profile with(Repository repository) {
        List<Repository> all = new ArrayList<>(repositories);
        int place = urls(all).indexOf(repository.url());
        if (place >= 0) {
            all.set(place, repository);
        } else {
            all.add(repository);
        }
        return new Profile(all, pins);
    }

    private static List<URI> urls(List<Repository> repositories) {
        return repositories.stream().map(Repository::url).toList();
    }

    /**
     * @param repository one of its repositories
     * @return this profile without it
     */
    public Profile without(Repository repository) {
        return new Profile(
                repositories.stream().filter(one -> !one.equals(repository)).toList(), pins);
    }

    /**
     * @param others which features are to stay in which versions
     * @return this profile with these pins alone
     */
    public Profile pinning(Pins others) {
        return new Profile(repositories, others);
    }

    /**
     * @param nameOrUrl what a person calls a repository
     * @return the repository of that name or address
     */
    public Optional<Repository> repository(String nameOrUrl) {
        return repositories.stream()
                .filter(one -> one.name().equals(nameOrUrl)
                        || one.url().toString().equals(nameOrUrl)
                        || one.url().toString().equals(nameOrUrl + "/"))
                .findFirst();
    }

    /**
     * Finds who already owns something that a repository would own.
     *
     * @param newcomer a repository that is to be added
     * @return the first that owns a name which the newcomer would own too
     */
    public Optional<Repository> rival(Repository newcomer) {
        return repositories.stream()
                .filter(one -> one instanceof Repository.Trusted && !one.url().equals(newcomer.url()))
                .filter(one ->
                        one.namespace().bundles().overlaps(newcomer.namespace().bundles()))
                .findFirst();
    }

    /** @return how those repositories are reached that are special */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Repository repository : repositories) {
            if (repository instanceof Repository.Trusted trusted) {
                Access access = trusted.access();
                routes.add(new Route(trusted.url(), access.proxy(), access.credentials()));
                access.mirrors().forEach(mirror -> routes.add(new Route(mirror, access.proxy(), Optional.empty())));
            }
        }
        return List.copyOf(routes);
    }

    /**
     * Where a repository's file is, and where else.
     *
     * @param url the file's address
     * @return the same, and behind it where the repository's mirrors have it
     */
    public List<URI> places(URI url) {
        List<URI> places = new ArrayList<>(List.of(url));
        for (Repository repository : repositories) {
            URI inside = repository.url().relativize(url);
            if (repository instanceof Repository.Trusted trusted && !inside.isAbsolute()) {
                trusted.access().mirrors().forEach(mirror -> places.add(mirror.resolve(inside)));
            }
        }
        return List.copyOf(places);
    }

    /** @return what each repository may bring; one that is gone from the profile keeps what was let in before */
    public Grants grants() {
        Map<URI, Repository> known = new HashMap<>();
        repositories.forEach(repository -> known.put(repository.url(), repository));
        return (url, bundle) -> {
            Repository repository = known.get(url);
            return repository == null ? Grant.everything(url.toString()) : grant(repository, bundle);
        };
    }

    private Grant grant(Repository repository, String bundle) {
        if (repository instanceof Repository.Unsigned) {
            return Grant.everything(repository.name());
        }
        Namespace namespace = repository.namespace();
        return new Grant(
                repository.name(),
                namespace.bundles(),
                namespace.carries(),
                namespace.packages(),
                claimedByOthers(repository, bundle),
                namespace.allows());
    }

    /** A bundle that is carried has its owner's packages: to be carried, it is the owner's bytes, or came before them. */
    private NamePatterns claimedByOthers(Repository repository, String bundle) {
        return new NamePatterns(repositories.stream()
                .filter(other -> !other.equals(repository))
                .filter(other -> !other.namespace().bundles().match(bundle))
                .flatMap(other -> other.namespace().claimedPackages().stream())
                .distinct()
                .toList());
    }
}
