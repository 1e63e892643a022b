package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import dev.dovetail.provisioner.store.Arrival;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One file, from whichever of its sources has it. Where the network fails, the next source is asked, and after the last
 * one the first again, after a pause. What the first source answers is final unless the network failed; another source
 * that has something else is not asked again.
 */
final class Download {

    /** Fewer bytes than this are no progress: they would let a server hold a download up for ever. */
    private static final long PROGRESS_BYTES = 256 * 1024;

    private final Fetcher fetcher;
    private final Hosts hosts;
    private final Backoff backoff;
    private final Rest rest;
    private final Cancellation wish;
    private final List<URI> sources;
    private int turn;
    private int rounds;
    private Instant since;

    Download(Fetcher fetcher, Hosts hosts, Backoff backoff, Rest rest, Cancellation wish, List<URI> sources) {
        this.fetcher = fetcher.until(wish);
        this.hosts = hosts;
        this.backoff = backoff;
        this.rest = rest;
        this.wish = wish;
        this.sources = new ArrayList<>(sources);
        this.since = backoff.now();
    }

    void into(Arrival arrival, LongConsumer progress) throws RepositoryException, HomeException, InterruptedException {
        boolean there = false;
        while (!there) {
            URI source = sources.get(turn);
            long before = arrival.size();
            try {
                attempt(source, arrival, progress);
                there = true;
            } catch (UnreachableException e) {
                noteProgress(arrival.size() - before);
                goOn(source, e);
            } catch (RepositoryException e) {
                giveUp(source, e);
                arrival.restart(Optional.empty());
            }
        }
    }

    private void attempt(URI source, Arrival arrival, LongConsumer progress)
            throws RepositoryException, HomeException, InterruptedException {
        Hosts.Place place = hosts.enter(source, wish);
        try {
            fetcher.bundle(source, arrival, progress);
        } finally {
            place.leave();
        }
    }

    private void noteProgress(long bytes) {
        if (bytes >= PROGRESS_BYTES) {
            rounds = 0;
            since = backoff.now();
        }
    }

    private void goOn(URI source, UnreachableException e) throws RepositoryException, InterruptedException {
        if (wish.isCancelled()) {
            throw e;
        }
        turn = (turn + 1) % sources.size();
        if (turn == 0) {
            rounds++;
            Duration pause = backoff.pause(rounds, since, e.wanted()).orElse(Duration.ofMillis(-1));
            if (pause.isNegative()) {
                throw e;
            }
            log("To be tried again in " + pause.toMillis() + " ms: " + source, e);
            rest.take(pause, wish);
        }
    }

    /** A mirror may be behind; the repository itself may not. */
    private void giveUp(URI source, RepositoryException e) throws RepositoryException {
        if (turn == 0) {
            throw e;
        }
        log("Not asked again, since it has something else: " + source, e);
        sources.remove(turn);
        turn = turn % sources.size();
    }

    private static void log(String sentence, RepositoryException e) {
        System.getLogger(Download.class.getName())
                .log(System.Logger.Level.INFO, sentence + " (" + e.code() + ": " + e.getMessage() + ")");
    }
}
