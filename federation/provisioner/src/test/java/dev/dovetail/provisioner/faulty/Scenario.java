package dev.dovetail.provisioner.faulty;

import dev.dovetail.federation.Progress;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.StartUp;
import dev.dovetail.provisioner.Supply;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Backoff;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Retries;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** A home and what is done to it: before and after each deed there is one exact set of bundles. */
public final class Scenario implements AutoCloseable {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 10_000, 1_000_000);

    private static final SampleBundle API =
            SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private static final SampleBundle ONE = user("team.charts", "1.0.0").feature("charts", "Charts");
    private static final SampleBundle TWO = user("team.charts", "2.0.0").feature("charts", "Charts");
    private static final SampleBundle TABLES = user("team.tables", "1.0.0").feature("tables", "Tables");

    private final Optional<SampleRepository> repository;
    private final URI url;
    private final Fetcher fetcher = new Fetcher(LIMITS);
    private final SignedFetcher signed = new SignedFetcher(LIMITS);
    private final TestFramework framework;
    private final Path folder;
    private final Path template;

    /** What is done to the home. */
    public enum Deed {
        INSTALL,
        UPDATE,
        REMOVE,
        REVERT,
        COLLECT,
        START
    }

    private static SampleBundle user(String name, String version) {
        return SampleBundle.named(name, version).importing("team.api", "[1,2)").activator(StartsQuietly.class);
    }

    public Scenario(Path folder) throws Exception {
        this(folder, new SampleRepository());
    }

    private Scenario(Path folder, SampleRepository repository) throws Exception {
        this(folder, repository.url(), Optional.of(repository));
        repository.publish(API, ONE);
        World world = world(template);
        world.install("charts");
        world.disk.health().change(health -> Health.NEW);
        repository.publish(API, ONE, TWO, TABLES);
    }

    private Scenario(Path folder, URI url, Optional<SampleRepository> repository) throws Exception {
        this.folder = folder;
        this.url = url;
        this.repository = repository;
        framework = new TestFramework(folder.resolve("framework"));
        template = folder.resolve("template");
    }

    /** The worlds of another process, in this one. */
    static Scenario joining(Path folder, URI url) throws Exception {
        return new Scenario(folder, url, Optional.empty());
    }

    private static void quietly(Progress progress) {}

    public URI url() {
        return url;
    }

    /** A home in which Charts 1.0.0 is installed; before a deed of another kind, what that one takes for granted. */
    public Path home(Deed deed, String name) throws Exception {
        Path prepared = folder.resolve("before-" + deed);
        if (!Files.exists(prepared)) {
            copy(template, prepared);
            prepare(deed, world(prepared));
        }
        Path home = folder.resolve(name);
        copy(prepared, home);
        return home;
    }

    private static void prepare(Deed deed, World world) throws Exception {
        if (deed == Deed.REVERT || deed == Deed.START) {
            world.update("charts");
        }
        if (deed == Deed.COLLECT) {
            for (int i = 0; i < 5; i++) {
                world.install("tables");
                world.remove("tables");
            }
        }
        world.disk.health().change(health -> deed == Deed.START ? health.running("charts") : Health.NEW);
    }

    public World world(Path home) throws Exception {
        return new World(home);
    }

    /** One process over a home. */
    public final class World {

        private final Disk disk;
        private final Provisioner provisioner;
        private final Known known;

        World(Path home) throws Exception {
            disk = Disk.at(home);
            vacate();
            IndexReader reader = new IndexReader();
            Applier applier = new Applier(
                    framework.bundles(disk.store(), Duration.ofSeconds(5)), disk.generations(), Optional::empty);
            provisioner = new Provisioner(
                    disk,
                    new Supply(disk.store(), Fallback.NONE, downloads(), List::of),
                    framework::platform,
                    applier,
                    new Planner(Clock.systemUTC()),
                    reader,
                    Clock.systemUTC());
            known = new Repositories(folder.resolve("repositories"), signed, () -> fetcher, reader, Clock.systemUTC())
                    .check(new Profile(List.<Repository>of(new Repository.Unsigned(url()))));
        }

        private Downloads downloads() {
            Backoff backoff = new Backoff(Retries.USUAL, new Random(4711), Clock.systemUTC());
            return new Downloads(() -> fetcher, disk.store(), backoff, (pause, wish) -> {}, Clock.systemUTC());
        }

        public Disk disk() {
            return disk;
        }

        void install(String feature) throws ProvisioningException {
            provisioner.carryOut(new Request.Install(feature), known, true, Scenario::quietly);
        }

        void update(String feature) throws ProvisioningException {
            provisioner.carryOut(new Request.Update(feature), known, false, Scenario::quietly);
        }

        void remove(String feature) throws ProvisioningException {
            provisioner.carryOut(new Request.Remove(feature), known, false, Scenario::quietly);
        }

        /** What runs before the deed, as it would in a shell. */
        public void open() throws ProvisioningException {
            if (provisioner.installed().feature("charts").isPresent()) {
                provisioner.activate("charts", Scenario::quietly);
            }
        }

        public void carryOut(Deed deed) throws ProvisioningException {
            switch (deed) {
                case INSTALL, COLLECT -> install("tables");
                case UPDATE -> update("charts");
                case REMOVE -> remove("charts");
                case REVERT -> provisioner.revert(1, Scenario::quietly);
                case START -> start();
            }
        }

        public void start() throws ProvisioningException {
            new StartUp(disk, new IndexReader(), Clock.systemUTC()).begin(false);
        }

        /** Whatever the process died of, the deed may be tried again. */
        public void forgive() throws ProvisioningException {
            disk.health().change(health -> health.forgiving(health.failedBundles()));
        }

        /** The exact bundles in force, each of them sound in the store. */
        public Set<String> bundles() throws ProvisioningException {
            Set<String> bundles = new TreeSet<>();
            for (LockedBundle bundle : provisioner.installed().bundles()) {
                disk.store().check(bundle.content());
                bundles.add(bundle.name() + " " + bundle.content().sha256());
            }
            return bundles;
        }

        public boolean installed(String feature) throws ProvisioningException {
            return provisioner.installed().feature(feature).isPresent();
        }

        /** Every generation that is kept can be gone back to. */
        public void checkKept() throws ProvisioningException {
            for (long generation : disk.generations().kept()) {
                for (LockedBundle bundle : disk.generations().at(generation).bundles()) {
                    disk.store().check(bundle.content());
                }
            }
        }

        public List<String> active() {
            return framework.active();
        }
    }

    /** The framework of a process that is gone: its bundles are gone with it. */
    private void vacate() throws Exception {
        for (Bundle bundle : framework.context().getBundles()) {
            if (bundle.getLocation().startsWith("sha256:")) {
                bundle.uninstall();
            }
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestLast = new ArrayList<>(files.toList());
            for (int i = deepestLast.size() - 1; i >= 0; i--) {
                Files.delete(deepestLast.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        framework.close();
        fetcher.close();
        signed.close();
        repository.ifPresent(SampleRepository::close);
    }
}
