package dev.dovetail.provisioner.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.faulty.Scenario.Deed;
import dev.dovetail.provisioner.faulty.Scenario.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Case G31 with real processes: each is killed at a moment of chance while it does its deed. A normal build kills a few;
 * {@code -Ddovetail.kills=all} a thousand. Those that were done before they were killed are looked at too, but don't count.
 */
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigKillTest {

    private static final boolean ALL = System.getProperty("dovetail.kills", "").equals("all");
    private static final int AMIDST = ALL ? 170 : 2;

    /** So many for each that counts: a machine that gets slower or faster meanwhile makes most kills come too late. */
    private static final int TRIES = 10;

    /** Some come too late, so that the last moments have their turn too. */
    private static final double BEYOND = 1.1;

    private static final int MEASURED_AGAIN = 20;

    private final Path folder;
    private final Scenario scenario;
    private final Aftermath aftermath;
    private int processes;

    SigKillTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        scenario = new Scenario(folder);
        aftermath = new Aftermath(scenario);
    }

    @AfterAll
    void stop() {
        scenario.close();
    }

    private record Doomed(Process process, BufferedReader lines, Path own) {

        void awaitBegin() throws IOException {
            assertThat(lines.readLine()).isEqualTo(DoomedProcess.BEGINS);
        }

        /** Whether it was done with its deed when it ended. */
        boolean isDone() throws IOException {
            return DoomedProcess.DONE.equals(lines.readLine());
        }

        void clear() throws Exception {
            process.waitFor();
            Scenario.delete(own);
        }
    }

    private Doomed start(Deed deed, Path home) throws IOException {
        Path own = Files.createDirectories(folder.resolve("process-" + processes++));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedProcess.class.getName(),
                        own.toString(),
                        scenario.url().toString(),
                        home.toString(),
                        deed.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Doomed(process, process.inputReader(), own);
    }

    private Aftermath.Ends ends(Deed deed) throws Exception {
        Path home = scenario.home(deed, "whole-" + deed);
        World world = scenario.world(home);
        Set<String> before = world.bundles();
        if (deed != Deed.START) {
            world.open();
        }
        world.carryOut(deed);
        return new Aftermath.Ends(before, world.bundles());
    }

    /** The shortest of three processes that nobody kills: what else the machine does only ever adds. */
    private long nanos(Deed deed, String name) throws Exception {
        return LongStream.of(spared(deed, name + "-1"), spared(deed, name + "-2"), spared(deed, name + "-3"))
                .min()
                .orElseThrow();
    }

    private long spared(Deed deed, String name) throws Exception {
        Doomed spared = start(deed, scenario.home(deed, name));
        spared.awaitBegin();
        long begin = System.nanoTime();
        assertThat(spared.isDone()).as("done").isTrue();
        long nanos = System.nanoTime() - begin;
        spared.clear();
        return nanos;
    }

    // By its handle: a process that is destroyed itself takes what it has said with it.
    private static void kill(ProcessHandle process) {
        assertThat(process.destroyForcibly() || !process.isAlive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void aProcessThatIsKilledAtAnyMomentLeavesTheOldSetOrTheNew(Deed deed) throws Exception {
        Aftermath.Ends ends = ends(deed);
        Random random = new Random(deed.name().hashCode());
        long nanos = 0;
        int amidst = 0;
        int tries = 0;
        for (; amidst < AMIDST && tries < TRIES * AMIDST; tries++) {
            if (tries % MEASURED_AGAIN == 0) {
                nanos = nanos(deed, "spared-" + deed + "-" + tries);
            }
            Path home = scenario.home(deed, "killed-" + deed + "-" + tries);
            Doomed doomed = start(deed, home);
            doomed.awaitBegin();
            long delay = (long) (nanos * BEYOND * random.nextDouble());
            LockSupport.parkNanos(delay);
            kill(doomed.process().toHandle());
            amidst += doomed.isDone() ? 0 : 1;
            doomed.clear();
            aftermath.assertOldOrNew(home, ends, deed + " killed after " + delay / 1000 + " µs");
        }
        System.getLogger(SigKillTest.class.getName())
                .log(System.Logger.Level.INFO, deed + ": " + amidst + " of " + tries + " killed amidst it");
        assertThat(amidst).as("killed before it was done").isEqualTo(AMIDST);
    }
}
