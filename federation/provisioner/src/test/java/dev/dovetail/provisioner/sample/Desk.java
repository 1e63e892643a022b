package dev.dovetail.provisioner.sample;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.ProvisionerService;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.StartUp;
import dev.dovetail.provisioner.Started;
import dev.dovetail.provisioner.Supply;
import dev.dovetail.provisioner.Watch;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Backoff;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Retries;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.profile.CurrentProfile;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A running Dovetail without a window: everything real, put together over a home as the launcher does. */
public final class Desk implements AutoCloseable {

    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(1500), Duration.ofMillis(1500), 10_000, 1_000_000);

    private final Disk disk;
    private final TestFramework framework;
    private final SampleWorkbench workbench = new SampleWorkbench();
    private final Fetcher fetcher = new Fetcher(LIMITS);
    private final SignedFetcher signed = new SignedFetcher(LIMITS);
    private final Provisioner provisioner;
    private final Repositories repositories;
    private final Profile profile;
    private final ProvisionerService service;
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final List<Runnable> alarms = new CopyOnWriteArrayList<>();
    private final Started started;

    public Desk(Path home, URI... repositories) throws Exception {
        this(home, Grants.unbounded(), repositories);
    }

    public Desk(Path home, Grants grants, URI... repositories) throws Exception {
        this(home, grants, Clock.systemUTC(), repositories);
    }

    /** With a clock that says how long things have run; it is woken by {@link #wake}. */
    public Desk(Path home, Grants grants, Clock clock, URI... repositories) throws Exception {
        this(
                home,
                grants,
                clock,
                new Profile(Stream.of(repositories)
                        .<Repository>map(Repository.Unsigned::new)
                        .toList()),
                Fallback.NONE);
    }

    /** With what came with Dovetail. */
    public Desk(Path home, Grants grants, Clock clock, Profile profile, Fallback fallback) throws Exception {
        this.profile = profile;
        disk = Disk.at(home);
        started = new StartUp(disk, new IndexReader(), clock).begin(false);
        framework = new TestFramework(home.resolve("framework"));
        IndexReader reader = new IndexReader();
        Applier applier = new Applier(
                framework.bundles(disk.store(), Duration.ofMillis(1500), grants),
                disk.generations(),
                () -> Optional.of(workbench));
        Downloads downloads = new Downloads(
                () -> fetcher,
                disk.store(),
                new Backoff(Retries.USUAL, new Random(4711), Clock.systemUTC()),
                (pause, wish) -> pauses.add(pause),
                Clock.systemUTC());
        provisioner = new Provisioner(
                disk,
                new Supply(disk.store(), fallback, downloads, List::of),
                framework::platform,
                applier,
                new Planner(Clock.systemUTC()),
                reader,
                Clock.systemUTC());
        this.repositories = new Repositories(disk.repositories(), signed, () -> fetcher, reader, Clock.systemUTC());
        service = new ProvisionerService(
                provisioner,
                this.repositories,
                new CurrentProfile(disk.profile(), profile),
                new Watch(
                        started,
                        clock,
                        (delay, task) -> alarms.add(task),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60)),
                fallback);
    }

    /** How the start began. */
    public Started started() {
        return started;
    }

    /** Lets all that waits for its time happen now. */
    public void wake() throws Exception {
        List<Runnable> due = List.copyOf(alarms);
        alarms.removeAll(due);
        due.forEach(Runnable::run);
        get(service.recall());
    }

    public Disk disk() {
        return disk;
    }

    public TestFramework framework() {
        return framework;
    }

    public SampleWorkbench workbench() {
        return workbench;
    }

    public Provisioner provisioner() {
        return provisioner;
    }

    public Repositories repositories() {
        return repositories;
    }

    public Profile profile() {
        return profile;
    }

    public ProvisionerService service() {
        return service;
    }

    /** The pauses that would have been made before further attempts, if tests had the time. */
    public List<Duration> pauses() {
        return pauses;
    }

    /** What was told of the last request. */
    public List<Progress> progress() {
        return progress;
    }

    public Snapshot check() throws Exception {
        return get(service.check());
    }

    public Active activate(String featureId) throws Exception {
        progress.clear();
        return get(service.activate(featureId, progress::add));
    }

    public Snapshot update(String featureId) throws Exception {
        progress.clear();
        return get(service.update(featureId, progress::add));
    }

    public Snapshot remove(String featureId) throws Exception {
        return get(service.remove(featureId));
    }

    /** Waits for a stage and throws what it failed with. */
    public static <T> T get(CompletionStage<T> stage) throws FederationException {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FederationException failure) {
                throw failure;
            }
            throw new AssertionError("Expected a FederationException", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("Expected an answer", e);
        }
    }

    @Override
    public void close() {
        service.close();
        framework.close();
        fetcher.close();
        signed.close();
    }
}
