package dev.dovetail.benchmarks;

import dev.dovetail.api.Memento;
import dev.dovetail.federation.Federation;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The program in which installs and live updates are measured: Dovetail, drawing into memory, with plain Felix beside it.
 * Prints one line for each sample: what it is, a space, and its value.
 */
public final class RunningDovetail {

    private static final int WARM_UP = 10;
    private static final int CALM_MILLIS = 200;

    private final Path work;
    private final Path repositories;
    private final Path platform;
    private final RepositoryServer server;
    private final Launcher launcher;

    private RunningDovetail(Path work, Path repositories, Path platform, RepositoryServer server, Launcher launcher) {
        this.work = work;
        this.repositories = repositories;
        this.platform = platform;
        this.server = server;
        this.launcher = launcher;
    }

    /**
     * @param arguments an empty folder, the folder of the built repositories, and how many updates to measure
     * @throws Exception what went wrong, shown whole
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        Path repositories = Path.of(arguments[1]);
        Path platform = Path.of(System.getProperty("dovetail.platform"));
        try (RepositoryServer server = RepositoryServer.serving(repositories);
                HomeLock lock = HomeLock.take(new Home(work.resolve("home")))) {
            Log.to(lock.home());
            List<Repository> offered = List.of(
                    new Repository.Unsigned(server.address().resolve("explorer/")),
                    new Repository.Unsigned(server.address().resolve("charts/")));
            try (Launcher launcher = Launcher.start(lock, platform, new Profile(offered), true)) {
                launcher.awaitShown();
                RunningDovetail run = new RunningDovetail(work, repositories, platform, server, launcher);
                run.install();
                run.update(Integer.parseInt(arguments[2]));
            }
        }
        System.exit(0);
    }

    @SuppressWarnings("SystemOut") // How its parent learns of it.
    private static void tell(String what, double value) {
        System.out.println(what + " " + value);
    }

    /** The second feature brings only what the first one didn't. */
    private void install() throws ProvisioningException {
        Federation federation = launcher.federation();
        federation.check().toCompletableFuture().join();
        federation.activate("explorer", progress -> {}).toCompletableFuture().join();
        Set<String> there = digests(installed().bundles());
        int before = server.log().size();
        federation.activate("charts", progress -> {}).toCompletableFuture().join();
        List<RepositoryServer.Answered> asked =
                server.log().subList(before, server.log().size());
        Lockfile after = installed();
        List<LockedBundle> missing = after.closure(after.feature("charts").orElseThrow()).stream()
                .filter(bundle -> !there.contains(bundle.content().sha256()))
                .toList();
        long size =
                missing.stream().mapToLong(bundle -> bundle.content().size()).sum();
        long sent = asked.stream().mapToLong(RepositoryServer.Answered::bytes).sum();
        List<String> expected =
                missing.stream().map(bundle -> bundle.url().getPath()).toList();
        List<String> unexpected = new ArrayList<>(
                asked.stream().map(RepositoryServer.Answered::path).toList());
        expected.forEach(unexpected::remove);
        tell("requests", asked.size());
        tell("bytes", (double) sent);
        tell("unexpected", unexpected.size());
        tell("surplus", (double) (sent - size));
    }

    private Lockfile installed() throws ProvisioningException {
        return Disk.at(work.resolve("home")).generations().current();
    }

    private static Set<String> digests(List<LockedBundle> bundles) {
        return bundles.stream().map(bundle -> bundle.content().sha256()).collect(Collectors.toSet());
    }

    private void update(int rounds) throws Exception {
        AppliedTimes times = AppliedTimes.listening();
        OpenDovetail ours = OpenDovetail.charting(launcher);
        PlainFelix felix = PlainFelix.start(work.resolve("cache"), platform, repositories);
        PlainWindow theirs = PlainWindow.open(felix, work);
        theirs.show(Work.EXPLORER, Memento.EMPTY);
        Work.chartSomething(theirs.scene());
        Releases releases = Releases.in(repositories.resolve("charts"));
        times.forget();
        for (int round = 1; round <= WARM_UP + rounds; round++) {
            String version = "1.0." + round;
            byte[] jar = release(releases, version);
            double[] pair = pair(round % 2 == 0, () -> ours.update(version, times), () -> plain(felix, theirs, jar));
            if (round > WARM_UP) {
                tell("beside", pair[0]);
                tell("place", pair[1]);
            }
        }
        pulse(rounds, ours, times, releases);
    }

    /** On their own: what is measured above is not to wait for pulses that nobody asked for. */
    private void pulse(int rounds, OpenDovetail ours, AppliedTimes times, Releases releases) throws Exception {
        Pulses pulses = Pulses.running();
        for (int round = 1; round <= rounds; round++) {
            String version = "1.1." + round;
            var unused = release(releases, version);
            Thread.sleep(CALM_MILLIS);
            pulses.forget();
            ours.update(version, times);
            tell("pulse", pulses.longestMillis());
        }
    }

    private byte[] release(Releases releases, String version) throws IOException {
        byte[] jar = releases.release(version);
        releases.publish(server, version, jar);
        launcher.federation().check().toCompletableFuture().join();
        return jar;
    }

    /** Now the one first, now the other. */
    private static double[] pair(boolean swapped, Sample ours, Sample theirs) throws Exception {
        double first = swapped ? theirs.take() : ours.take();
        double second = swapped ? ours.take() : theirs.take();
        return swapped ? new double[] {second, first} : new double[] {first, second};
    }

    private static double plain(PlainFelix felix, PlainWindow window, byte[] jar) throws Exception {
        long begin = System.nanoTime();
        window.update(felix.bundle("team.charts.feature"), jar, Work.CHARTS);
        double millis = (System.nanoTime() - begin) / 1e6;
        OpenDovetail.requireChart(window.scene(), "plain Felix");
        return millis;
    }

    private interface Sample {
        double take() throws Exception;
    }
}
