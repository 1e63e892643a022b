package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.federation.Snapshot;
import java.util.List;

/** What the status bar says about a snapshot. */
record StatusText(Health health, String connection, String counts) {

    /** How the repositories are. */
    enum Health {
        GOOD,
        PARTLY,
        AWAY
    }

    static StatusText of(Snapshot snapshot) {
        return new StatusText(health(snapshot.repositories()), connection(snapshot.repositories()), counts(snapshot));
    }

    private static Health health(List<RepositoryStatus> repositories) {
        long away = away(repositories);
        return away == repositories.size() ? Health.AWAY : away > 0 ? Health.PARTLY : Health.GOOD;
    }

    private static long away(List<RepositoryStatus> repositories) {
        return repositories.stream()
                .filter(repository -> !repository.reachable())
                .count();
    }

    private static String connection(List<RepositoryStatus> repositories) {
        int all = repositories.size();
        long away = away(repositories);
        if (all == 0) {
            return "No repository";
        }
        if (away == all) {
            return "Offline · installed features keep working";
        }
        if (repositories.stream().anyMatch(StatusText::isOpen)) {
            return "Looking for updates…";
        }
        if (away > 0) {
            return away + " of " + all + " repositories not reachable";
        }
        return all == 1 ? "Connected · " + place(repositories.get(0)) : "Connected · " + all + " repositories";
    }

    private static boolean isOpen(RepositoryStatus repository) {
        return repository.state() == State.UNASKED || repository.state() == State.ASKING;
    }

    private static String place(RepositoryStatus repository) {
        String authority = repository.url().getAuthority();
        return authority == null ? repository.url().toString() : authority;
    }

    private static String counts(Snapshot snapshot) {
        long installed = snapshot.features().stream()
                .filter(feature -> !(feature.state() instanceof Available))
                .count();
        return counted(installed, "feature") + " · " + counted(snapshot.bundles(), "bundle") + " · generation "
                + snapshot.generation();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
