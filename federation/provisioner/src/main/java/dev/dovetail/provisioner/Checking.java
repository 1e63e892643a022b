package dev.dovetail.provisioner;

import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.profile.Repository;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Repositories that are being asked, each by itself. */
final class Checking {

    private final Map<Repository, Asked> all;

    /** One of them: what ends it, and what was found out once it has ended. */
    record Asked(Cancellation wish, CompletableFuture<Gathering> found) {}

    Checking(Map<Repository, Asked> all) {
        this.all = Map.copyOf(all);
    }

    /** Ends when the last of them has. */
    CompletableFuture<Void> ended() {
        return CompletableFuture.allOf(all.values().stream().map(Asked::found).toArray(CompletableFuture[]::new));
    }

    Gathering found(Repository repository) {
        return asked(repository).found().join();
    }

    private Asked asked(Repository repository) {
        Asked asked = all.get(repository);
        if (asked == null) {
            throw new IllegalArgumentException("Expected a repository that was asked, found " + repository.url());
        }
        return asked;
    }

    /** Those that have not answered. */
    List<Repository> open() {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().found().isDone())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ends those that have not answered; they end as those that are away. */
    void cancel() {
        all.values().forEach(asked -> asked.wish().cancel());
    }

    void cancel(Repository repository) {
        asked(repository).wish().cancel();
    }
}
