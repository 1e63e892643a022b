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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Case G31 with real processes: each is killed at a moment of chance while it does its deed. A normal build kills a few;
 * {@code -Ddovetail.kills=all} a thousand.
 */
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigKillTest {

    private static final boolean ALL = System.getProperty("dovetail.kills", "").equals("all");
    private static final int TIMES = ALL ? 170 : 2;
    /** Some come too late, so that the last moments have their turn too. */
    private static final double BEYOND = 1.1;

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
        boolean end() throws Exception {
            boolean done = DoomedProcess.DONE.equals(lines.readLine());
            process.waitFor();
            Scenario.delete(own);
            return done;
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

    /** Of a process that nobody kills. */
    private long nanos(Deed deed) throws Exception {
        Doomed spared = start(deed, scenario.home(deed, "spared-" + deed));
        spared.awaitBegin();
        long begin = System.nanoTime();
        assertThat(spared.end()).as("done").isTrue();
        return System.nanoTime() - begin;
    }

    // By its handle: a process that is destroyed itself takes what it has said with it.
    private static void kill(ProcessHandle process) {
        assertThat(process.destroyForcibly() || !process.isAlive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void aProcessThatIsKilledAtAnyMomentLeavesTheOldSetOrTheNew(Deed deed) throws Exception {
        Aftermath.Ends ends = ends(deed);
        long nanos = nanos(deed);
        Random random = new Random(deed.name().hashCode());
        int amidst = 0;
        for (int time = 0; time < TIMES; time++) {
            Path home = scenario.home(deed, "killed-" + deed + "-" + time);
            Doomed doomed = start(deed, home);
            doomed.awaitBegin();
            long delay = (long) (nanos * BEYOND * random.nextDouble());
            LockSupport.parkNanos(delay);
            kill(doomed.process().toHandle());
            amidst += doomed.end() ? 0 : 1;
            aftermath.assertOldOrNew(home, ends, deed + " killed after " + delay / 1000 + " µs");
        }
        System.getLogger(SigKillTest.class.getName())
                .log(System.Logger.Level.INFO, deed + ": " + amidst + " of " + TIMES + " killed amidst it");
        assertThat(amidst).as("killed before it was done").isGreaterThan(ALL ? TIMES / 4 : -1);
    }
}
