package dev.dovetail.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.dovetail.federation.Federation;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * The program in which the processor time of changes is measured: a running Dovetail that installs and updates, and plain
 * Felix beside it that is given the addresses. Prints one line for each sample: what it is, a space, and its value.
 */
public final class ChangingDovetail {

    private static final int WARM_UP = 15;
    private static final List<String> PAINTING = List.of("JavaFX Application Thread", "QuantumRenderer", "Monocle");

    private final Path home;
    private final Launcher launcher;
    private final PlainFelix felix;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private ChangingDovetail(Path home, Launcher launcher, PlainFelix felix) {
        this.home = home;
        this.launcher = launcher;
        this.felix = felix;
    }

    /**
     * @param arguments an empty folder, how many changes of each kind to measure, the addresses of two repositories with
     *     their fingerprints, explorer's and charts', and the folder and the first release of the second
     * @throws Exception what went wrong, shown whole
     */
    public static void main(String[] arguments) throws Exception {
        try {
            run(arguments);
        } catch (Exception e) {
            // JavaFX's thread would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path platform = Path.of(System.getProperty("dovetail.platform"));
        Home home = new Home(work.resolve("home"));
        try (HomeLock lock = HomeLock.take(home)) {
            Log.to(home);
            Profile profile = trusting(List.of(arguments[2], arguments[3]));
            try (Launcher launcher = Launcher.start(lock, platform, profile, true)) {
                launcher.awaitShown();
                PlainFelix felix = PlainFelix.bare(work.resolve("cache"), platform);
                ChangingDovetail run = new ChangingDovetail(work.resolve("home"), launcher, felix);
                run.install(rounds);
                run.update(rounds, Path.of(arguments[4]), Releases.of(Path.of(arguments[5])), work);
            }
        }
    }

    private static Profile trusting(List<String> repositories) throws ProvisioningException {
        Profile profile = Profile.EMPTY;
        try (SignedFetcher fetcher = new SignedFetcher(Limits.USUAL)) {
            Introduction introduction = new Introduction(fetcher, Clock.systemUTC());
            for (String repository : repositories) {
                String[] parts = repository.split("#", 2);
                Repository.Trusted met = introduction.meet(URI.create(parts[0]), Fingerprint.parse(parts[1]), profile);
                profile = profile.with(met);
            }
        }
        return profile;
    }

    @SuppressWarnings("SystemOut") // How its parent learns of it.
    private static void tell(int round, String what, double value) {
        if (round > 0) {
            System.out.println(what + " " + value);
        }
    }

    /** The whole process, whatever a change makes other threads do, but for JavaFX's own, which paint. */
    private void cpuMillis(String what, int round, Change change) throws Exception {
        double painted = paintingMillis();
        long before = system.getProcessCpuTime();
        change.make();
        double all = (system.getProcessCpuTime() - before) / 1e6;
        double painting = paintingMillis() - painted;
        tell(round, what, all - painting);
        tell(round, what + "-painting", painting);
    }

    private double paintingMillis() {
        long nanos = 0;
        for (long thread : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(thread);
            if (info != null && PAINTING.stream().anyMatch(info.getThreadName()::startsWith)) {
                nanos += threads.getThreadCpuTime(thread);
            }
        }
        return nanos / 1e6;
    }

    /** Nothing of it is there before. */
    private void install(int rounds) throws Exception {
        Federation federation = launcher.federation();
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            cpuMillis("install", round, () -> {
                federation.check().toCompletableFuture().join();
                federation
                        .activate("explorer", progress -> {})
                        .toCompletableFuture()
                        .join();
            });
            List<URI> addresses =
                    installed("explorer").stream().map(LockedBundle::url).toList();
            federation.remove("explorer").toCompletableFuture().join();
            emptyStore();
            cpuMillis("plain-install", round, () -> felix.install(addresses));
            felix.uninstall(Stream.of(felix.context().getBundles())
                    .filter(bundle -> bundle.getLocation().startsWith("http"))
                    .toList());
        }
    }

    /** The next release arrives, and nothing else. */
    private void update(int rounds, Path repository, Releases releases, Path work) throws Exception {
        Federation federation = launcher.federation();
        federation.check().toCompletableFuture().join();
        federation.activate("charts", progress -> {}).toCompletableFuture().join();
        felix.install(installed("charts").stream().map(LockedBundle::url).toList());
        Bundle charts = felix.bundle("team.charts.feature");
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            String version = "1.0." + (round + WARM_UP);
            Path jar = work.resolve("team.charts.feature-" + version + ".jar");
            Files.write(jar, releases.release(version));
            Team.release(repository, List.of(jar));
            cpuMillis("update", round, () -> {
                federation.check().toCompletableFuture().join();
                federation
                        .update("charts", progress -> {})
                        .toCompletableFuture()
                        .join();
            });
            URI address = installed("charts").stream()
                    .filter(bundle -> bundle.version().toString().equals(version))
                    .findFirst()
                    .orElseThrow()
                    .url();
            cpuMillis("plain-update", round, () -> felix.update(charts, address));
        }
    }

    private List<LockedBundle> installed(String feature) throws ProvisioningException {
        Lockfile lockfile = Disk.at(home).generations().current();
        return lockfile.closure(lockfile.feature(feature).orElseThrow());
    }

    private void emptyStore() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("store"))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
    }

    private interface Change {
        void make() throws Exception;
    }
}
