package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Retry;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.IndexCache;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reads what repositories offer into one catalog, from the network or as it was last read, each within its namespace. One
 * repository that can't be read, isn't believed, or takes too long, takes nothing from the others; what was last known of
 * it stays.
 */
public final class Repositories {

    private final SignedRepositories signed;
    private final UnsignedRepositories unsigned;
    private final Patience patience;
    private final Retry retry;
    private final Map<URI, ReentrantLock> asking = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dovetail-repository");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param directory where what repositories said is kept
     * @param metadata the way to signed repositories
     * @param fetcher the way to unsigned ones, asked for only when it is needed
     * @param reader reads indexes
     * @param clock what time it is
     */
    public Repositories(
            Path directory, SignedFetcher metadata, Supplier<Fetcher> fetcher, IndexReader reader, Clock clock) {
        this(directory, metadata, fetcher, reader, clock, Patience.USUAL, Retry.NEVER);
    }

    /**
     * @param directory where what repositories said is kept
     * @param metadata the way to signed repositories
     * @param fetcher the way to unsigned ones, asked for only when it is needed
     * @param reader reads indexes
     * @param clock what time it is
     * @param patience how long repositories are waited for
     * @param retry how often one is asked once more when the network failed, within that time
     */
    public Repositories(
            Path directory,
            SignedFetcher metadata,
            Supplier<Fetcher> fetcher,
            IndexReader reader,
            Clock clock,
            Patience patience,
            Retry retry) {
        this.signed = new SignedRepositories(metadata, directory, reader, clock);
        this.unsigned = new UnsignedRepositories(fetcher, new IndexCache(directory), reader);
        this.patience = patience;
        this.retry = retry;
    }

    /**
     * Asks all repositories and waits for them, as long as it is worth it.
     *
     * @param profile which
     * @return what they offer now; of those that don't answer or aren't believed, what they last offered
     */
    public Known check(Profile profile) {
        return awaited(profile, new Cancellation());
    }

    /**
     * The same, unless it is given up.
     *
     * @param profile which
     * @param wish ends it at once
     * @return what they offer now; of those that don't answer or aren't believed, what they last offered
     * @throws RefusedException when it was given up
     */
    public Known check(Profile profile, Cancellation wish) throws RefusedException {
        Known known = awaited(profile, wish);
        if (wish.isCancelled()) {
            throw Downloads.givenUp();
        }
        return known;
    }

    /** One of which something is known is not waited for much longer than for the others. */
    private Known awaited(Profile profile, Cancellation wish) {
        BlockingQueue<Gathering> answers = new LinkedBlockingQueue<>();
        Checking checking = begin(profile, (repository, found) -> answers.add(found), this::endSoon);
        Cancellation.Registration ending = wish.onCancel(checking::cancel);
        try {
            awaitWhileItIsWorthIt(profile.repositories().size(), answers);
            checking.open().stream()
                    .filter(repository -> last(repository).offersAnything())
                    .forEach(checking::cancel);
            checking.ended().join();
        } catch (InterruptedException e) {
            checking.cancel();
            checking.ended().join();
            Thread.currentThread().interrupt();
        } finally {
            ending.close();
        }
        Gathering all = new Gathering();
        profile.repositories().forEach(repository -> all.with(checking.found(repository)));
        return all.known(profile);
    }

    /** What is known of one that failed once is as good as what it may say yet. */
    private void endSoon(Repository repository, Cancellation wish) {
        if (last(repository).offersAnything()) {
            CompletableFuture.delayedExecutor(patience.grace().toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(wish::cancel);
        }
    }

    private void awaitWhileItIsWorthIt(int all, BlockingQueue<Gathering> answers) throws InterruptedException {
        long began = System.nanoTime();
        long limit = patience.deadline().toNanos();
        for (int left = all; left > 0; left--) {
            Gathering next = answers.poll(began + limit - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            if (next.connected()) {
                limit = Math.min(
                        patience.deadline().toNanos(),
                        2 * (System.nanoTime() - began) + patience.grace().toNanos());
            }
        }
    }

    /**
     * Asks all repositories and waits for none.
     *
     * @param profile which
     * @param each told what each one offers, on several threads
     */
    Checking begin(Profile profile, BiConsumer<Repository, Gathering> each) {
        return begin(profile, each, (repository, wish) -> {});
    }

    private Checking begin(
            Profile profile, BiConsumer<Repository, Gathering> each, BiConsumer<Repository, Cancellation> onFailure) {
        Map<Repository, Checking.Asked> all = new HashMap<>();
        for (Repository repository : profile.repositories()) {
            Cancellation wish = new Cancellation();
            CompletableFuture<Boolean> late = new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, patience.deadline().toMillis(), TimeUnit.MILLISECONDS);
            var unused = late.thenAccept(tooLate -> {
                if (tooLate) {
                    wish.cancel();
                }
            });
            CompletableFuture<Gathering> found = CompletableFuture.supplyAsync(
                    () -> ask(repository, new Stamina(retry, wish, () -> onFailure.accept(repository, wish))), threads);
            CompletableFuture<Gathering> told = found.whenComplete((gathering, fault) -> {
                late.complete(false);
                if (fault == null) {
                    each.accept(repository, gathering);
                }
            });
            all.put(repository, new Checking.Asked(wish, told));
        }
        return new Checking(all);
    }

    /** Whoever asks the same one waits until it was given up: its files are for one at a time. */
    private Gathering ask(Repository repository, Stamina stamina) {
        ReentrantLock lock = asking.computeIfAbsent(repository.url(), url -> new ReentrantLock());
        lock.lock();
        try {
            Gathering gathering = new Gathering();
            if (repository instanceof Repository.Trusted trusted) {
                signed.check(trusted, gathering, stamina);
            } else if (repository instanceof Repository.Unsigned bare) {
                unsigned.check(bare, gathering, stamina);
            }
            return gathering;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Remembers, without a network.
     *
     * @param profile which repositories
     * @return what they last offered
     */
    public Known last(Profile profile) {
        Gathering gathering = new Gathering();
        profile.repositories().forEach(repository -> gathering.with(last(repository)));
        return gathering.known(profile);
    }

    /** What one last offered. */
    Gathering last(Repository repository) {
        Gathering gathering = new Gathering();
        if (repository instanceof Repository.Trusted trusted) {
            signed.last(trusted, gathering);
        } else if (repository instanceof Repository.Unsigned bare) {
            unsigned.last(bare, gathering);
        }
        return gathering;
    }
}
