package dev.dovetail.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a repository all the time, and notes when it is refused or something is gone that was there. */
final class Onlooker {

    private final Customer customer;
    private final List<Throwable> troubles = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::lookOn, "onlooker");
    private Set<String> seen = new TreeSet<>();
    private int looks;

    private Onlooker(Customer customer) {
        this.customer = customer;
    }

    static Onlooker of(Customer customer) {
        Onlooker onlooker = new Onlooker(customer);
        onlooker.thread.start();
        return onlooker;
    }

    private void lookOn() {
        try {
            while (!Thread.interrupted()) {
                look();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            // Asked to stop.
        } catch (Exception | AssertionError e) {
            troubles.add(e);
        }
    }

    synchronized Set<String> look() throws Exception {
        Set<String> now = customer.look();
        assertThat(now).containsAll(seen);
        seen = now;
        looks++;
        return now;
    }

    synchronized int looks() {
        return looks;
    }

    void assertPleased() {
        assertThat(troubles).isEmpty();
        assertThat(looks()).isGreaterThan(3);
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        customer.close();
    }
}
