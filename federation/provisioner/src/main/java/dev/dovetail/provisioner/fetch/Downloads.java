package dev.dovetail.provisioner.fetch;

import dev.dovetail.federation.Progress;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import dev.dovetail.provisioner.store.Arrival;
import dev.dovetail.provisioner.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings files into the store, several at a time, each verified as it arrives. All of them, or an exception: the first
 * that fails ends the others.
 *
 * <p>What broke off is gone on with, now or the next time; what the person gives up leaves nothing behind. To be used by
 * one thread at a time, which it blocks.
 */
public final class Downloads {

    private static final int AT_ONCE = 4;
    private static final int AT_ONCE_FROM_A_SERVER = 3;

    private final Supplier<Fetcher> fetcher;
    private final Store store;
    private final Backoff backoff;
    private final Rest rest;
    private final Clock clock;

    /**
     * @param fetcher the way to the network, asked for only when something must be fetched
     * @param store where files go
     * @param backoff how often the network is given another chance
     * @param rest waits in between
     * @param clock what time it is, for the pace
     */
    public Downloads(Supplier<Fetcher> fetcher, Store store, Backoff backoff, Rest rest, Clock clock) {
        this.fetcher = fetcher;
        this.store = store;
        this.backoff = backoff;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Brings what is missing.
     *
     * @param wanted files; those that are in the store already are passed over
     * @param wish ends it at once, leaving nothing half-done
     * @param progress called by one thread at a time; bundles and bytes never go back
     * @throws RefusedException when it was given up
     * @throws RepositoryException when a file can't be had
     * @throws HomeException when one can't be written
     */
    public void fetch(List<Wanted> wanted, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        List<Wanted> missing = wanted.stream()
                .filter(one -> !store.contains(one.content()))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, missing.size()), Downloads::thread);
        Together together = new Together();
        Cancellation.Registration ending = wish.onCancel(together.wish()::cancel);
        try {
            Tally tally = new Tally(missing.stream().map(Wanted::content).toList(), clock, progress);
            Hosts hosts = new Hosts(AT_ONCE_FROM_A_SERVER);
            for (Wanted one : missing) {
                threads.execute(() -> together.run(() -> bring(one, hosts, tally, wish, together.wish())));
            }
            threads.shutdown();
            together.await(threads);
        } finally {
            ending.close();
        }
        if (wish.isCancelled()) {
            throw givenUp();
        }
        together.rethrow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dovetail-download");
        thread.setDaemon(true);
        return thread;
    }

    private void bring(Wanted wanted, Hosts hosts, Tally tally, Cancellation wish, Cancellation end)
            throws ProvisioningException, InterruptedException {
        try (Arrival arrival = store.arrive(wanted.content())) {
            try {
                new Download(fetcher.get(), hosts, backoff, rest, end, wanted.sources())
                        .into(arrival, bytes -> tally.has(wanted.content(), bytes));
                tally.landed(wanted.content());
            } catch (UnreachableException e) {
                if (wish.isCancelled()) {
                    arrival.discard();
                }
                throw e;
            } catch (RepositoryException | HomeException e) {
                arrival.discard();
                throw e;
            }
        }
    }

    /** @return says that somebody no longer wants something */
    public static RefusedException givenUp() {
        return new RefusedException("DT-FETCH-022", "Cancelled. Nothing was changed.", "");
    }
}
