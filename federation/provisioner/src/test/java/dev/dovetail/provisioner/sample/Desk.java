package dev.dovetail.provisioner.sample;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.ProvisionerService;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.FrameworkBundles;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.profile.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running Dovetail without a window: everything real, put together over a home as the launcher does. */
public final class Desk implements AutoCloseable {

    private final Disk disk;
    private final TestFramework framework;
    private final SampleWorkbench workbench = new SampleWorkbench();
    private final Fetcher fetcher =
            new Fetcher(new Limits(Duration.ofMillis(1500), Duration.ofMillis(1500), 10_000, 1_000_000));
    private final Provisioner provisioner;
    private final ProvisionerService service;
    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    public Desk(Path home, URI... repositories) throws Exception {
        disk = Disk.at(home);
        framework = new TestFramework(home.resolve("framework"));
        IndexReader reader = new IndexReader();
        Applier applier = new Applier(
                new FrameworkBundles(framework.context(), disk.store(), Duration.ofMillis(1500)),
                disk.generations(),
                () -> Optional.of(workbench));
        provisioner = new Provisioner(
                disk, () -> fetcher, framework::platform, applier, new Planner(Clock.systemUTC()), reader);
        service = new ProvisionerService(
                provisioner,
                new Repositories(() -> fetcher, disk.indexes(), reader),
                new Profile(List.of(repositories)));
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

    public ProvisionerService service() {
        return service;
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
    }
}
