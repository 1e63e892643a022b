package dev.dovetail.provisioner.fetch;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many in to each server at a time. */
final class Hosts {

    private static final long GLANCE_MILLIS = 50;

    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final int each;

    Hosts(int each) {
        this.each = each;
    }

    /** Waits for a place at a server, or until the work is given up. */
    Place enter(URI url, Cancellation wish) throws InterruptedException {
        Semaphore free = places.computeIfAbsent(Route.origin(url), origin -> new Semaphore(each));
        boolean entered = free.tryAcquire();
        while (!entered && !wish.isCancelled()) {
            entered = free.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return entered ? free::release : () -> {};
    }

    /** To be left. */
    @FunctionalInterface
    interface Place {
        void leave();
    }
}
