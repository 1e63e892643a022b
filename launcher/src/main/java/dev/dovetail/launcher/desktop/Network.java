package dev.dovetail.launcher.desktop;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Patience;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Backoff;
import dev.dovetail.provisioner.fetch.Exchange;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Rest;
import dev.dovetail.provisioner.fetch.Retries;
import dev.dovetail.provisioner.fetch.Retry;
import dev.dovetail.provisioner.fetch.Route;
import dev.dovetail.provisioner.fetch.Routes;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.SecretsFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The one way to the network. What it takes to connect is made when it is first needed: a start without any doesn't pay
 * for it. How long a repository may take can be set by whoever rolls Dovetail out: see {@code docs/network.md}.
 */
public final class Network implements Supplier<Fetcher>, AutoCloseable {

    private final Exchange exchange;

    /** Reaches every repository in the same way. */
    public Network() {
        this(Routes.PLAIN);
    }

    private Network(Routes routes) {
        // Whoever set a proxy for the whole system set it for this program too. Read by Java when it first connects.
        System.getProperties().putIfAbsent("java.net.useSystemProxies", "true");
        exchange = new Exchange(limits(), routes);
    }

    /**
     * @param home the home, where secrets may be
     * @param repositories those of them that are special
     * @return reaches each of them as it asks for
     */
    public static Network of(Home home, Supplier<List<Route>> repositories) {
        return new Network(new Routes(repositories, new SecretsFile(home.directory(), System.getenv())));
    }

    private static Limits limits() {
        return new Limits(
                millis("dovetail.network.answer", Limits.USUAL.answer()),
                millis("dovetail.network.stall", Limits.USUAL.stall()),
                Limits.USUAL.minimumRate(),
                Limits.USUAL.indexBytes());
    }

    /** @return how long repositories are waited for */
    public static Patience patience() {
        return new Patience(
                millis("dovetail.network.deadline", Patience.USUAL.deadline()),
                millis("dovetail.network.grace", Patience.USUAL.grace()));
    }

    /** What is no number of milliseconds, or none that makes sense, is as good as not set. */
    private static Duration millis(String property, Duration usual) {
        long set = Long.getLong(property, usual.toMillis());
        return set > 0 ? Duration.ofMillis(set) : usual;
    }

    /** @return gives repositories, and each file of theirs, another chance where the network failed */
    public static Backoff backoff() {
        return new Backoff(Retries.USUAL, new Random(), Clock.systemUTC());
    }

    /**
     * @param disk keeps what repositories said
     * @return reads what is on offer
     */
    public Repositories repositories(Disk disk) {
        return new Repositories(
                disk.repositories(),
                signed(),
                this,
                new IndexReader(),
                Clock.systemUTC(),
                patience(),
                new Retry(backoff(), Rest.REAL));
    }

    /** @return the way to signed repositories */
    public SignedFetcher signed() {
        return new SignedFetcher(exchange);
    }

    /** @return the way to bundles, and to repositories without signatures */
    @Override
    public Fetcher get() {
        return new Fetcher(exchange);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
