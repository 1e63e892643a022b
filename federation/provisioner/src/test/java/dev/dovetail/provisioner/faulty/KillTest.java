package dev.dovetail.provisioner.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.faulty.Scenario.Deed;
import dev.dovetail.provisioner.faulty.Scenario.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Case G31: whatever happens to the process or the disk, at whichever operation, the next start succeeds, and the set of
 * bundles is exactly the one before or the one after. A normal build tries a part of the operations;
 * {@code -Ddovetail.kills=all} tries each of them.
 */
@Timeout(1200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private static final boolean ALL = System.getProperty("dovetail.kills", "").equals("all");
    private static final int SOME = 4;

    private final Path folder;
    private final Scenario scenario;
    private final Aftermath aftermath;
    private int homes;
    private int tried;

    KillTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        scenario = new Scenario(folder);
        aftermath = new Aftermath(scenario);
    }

    @AfterAll
    void stop() {
        scenario.close();
    }

    /** A deed done to a fresh home, with a disk that does what it is told. */
    private final class Attempt {

        private final FaultyFileSystem files = new FaultyFileSystem();
        private final Path home;
        private final World world;

        Attempt(Deed deed) throws Exception {
            home = scenario.home(deed, "home-" + homes++);
            world = scenario.world(files.path(home));
            if (deed != Deed.START) {
                world.open();
            }
        }

        Throwable carryOut(Deed deed, Faults faults) {
            files.faults(faults);
            return catchThrowable(() -> world.carryOut(deed));
        }
    }

    private record Ends(Set<String> before, Set<String> after, int operations) {}

    /** Without any fault: how many operations there are, and what comes of it. */
    private Ends ends(Deed deed) throws Exception {
        Attempt attempt = new Attempt(deed);
        Set<String> before = attempt.world.bundles();
        PowerCut never = new PowerCut(Integer.MAX_VALUE);
        assertThat(attempt.carryOut(deed, never)).isNull();
        Set<String> after = attempt.world.bundles();
        assertThat(after.equals(before)).isEqualTo(false);
        return new Ends(before, after, never.count());
    }

    private int stride(Ends ends, int parts) {
        return ALL ? 1 : Math.max(1, ends.operations() / Math.max(1, SOME / parts));
    }

    private void assertOldOrNew(Attempt attempt, Ends ends, String what) throws Exception {
        aftermath.assertOldOrNew(attempt.home, new Aftermath.Ends(ends.before(), ends.after()), what);
        tried++;
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whereverTheProcessIsKilledTheNextStartHasTheOldSetOrTheNew(Deed deed) throws Exception {
        Ends ends = ends(deed);
        for (int n = 1; n <= ends.operations(); n += stride(ends, 2)) {
            for (boolean powerLost : List.of(false, true)) {
                Attempt attempt = new Attempt(deed);
                PowerCut cut = new PowerCut(n);
                Throwable end = attempt.carryOut(deed, cut);
                if (powerLost) {
                    attempt.files.losePower();
                }
                assertThat(cut.count()).isGreaterThanOrEqualTo(n);
                assertOldOrNew(attempt, ends, deed + " killed at " + n + ", power lost: " + powerLost + ": " + end);
            }
        }
        report(deed + ": killed", ends);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void killedAgainWhileItStartsOrTriesAgainItStillHasTheOldSetOrTheNew(Deed deed) throws Exception {
        Ends ends = ends(deed);
        Random random = new Random(deed.name().length());
        for (int n = 1; n <= ends.operations(); n += stride(ends, 4)) {
            for (int times = 0; times < (ALL ? 5 : 1); times++) {
                Attempt attempt = new Attempt(deed);
                Throwable first = attempt.carryOut(deed, new PowerCut(n));
                int again = 1 + random.nextInt(30);
                FaultyFileSystem files = new FaultyFileSystem();
                World next = scenario.world(files.path(attempt.home));
                files.faults(new PowerCut(again));
                Throwable second = catchThrowable(() -> {
                    next.start();
                    next.carryOut(deed);
                });
                files.losePower();
                assertOldOrNew(
                        attempt, ends, deed + " killed at " + n + ", then at " + again + ": " + first + ", " + second);
            }
        }
        report(deed + ": killed twice", ends);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whateverCannotBeWrittenTheDeedIsDoneOrNotAndTheNextStartSucceeds(Deed deed) throws Exception {
        Ends ends = ends(deed);
        for (int n = 1; n <= ends.operations(); n += stride(ends, 3)) {
            fail(deed, ends, n, false, "No space left on device");
            fail(deed, ends, n, true, "No space left on device");
            fail(deed, ends, n, true, "Read-only file system");
        }
        report(deed + ": not written", ends);
    }

    private void fail(Deed deed, Ends ends, int n, boolean forGood, String reason) throws Exception {
        Attempt attempt = new Attempt(deed);
        Set<String> active = Set.copyOf(attempt.world.active());
        String what = deed + " failed at " + n + ", for good: " + forGood + ": " + reason;
        Throwable end = attempt.carryOut(deed, new BrokenDisk(n, forGood, reason));
        Set<String> now = attempt.world.bundles();
        if (end == null) {
            assertThat(now).as(what).isIn(ends.before(), ends.after());
        } else {
            assertThat(end).as(what).isInstanceOf(ProvisioningException.class);
            assertThat(now).as(what).isEqualTo(ends.before());
            assertThat(Set.copyOf(attempt.world.active())).as(what).isEqualTo(active);
        }
        assertOldOrNew(attempt, ends, what + ": " + end);
    }

    private void report(String what, Ends ends) {
        System.getLogger(KillTest.class.getName())
                .log(System.Logger.Level.INFO, what + ": " + ends.operations() + " operations, " + tried + " attempts");
    }

    @Test
    void theDiskReallyIsCutOff() throws Exception {
        FaultyFileSystem files = new FaultyFileSystem();
        Path file = folder.resolve("file");
        Callable<Path> write = () -> Files.writeString(files.path(file), "whole");
        files.faults(new PowerCut(2));
        assertThat(catchThrowable(write::call)).isInstanceOf(PowerCut.Cut.class);
        assertThat(file).hasContent("wh");
        assertThat(catchThrowable(write::call)).isInstanceOf(PowerCut.Cut.class);
        files.losePower();
        assertThat(file).isEmptyFile();
    }
}
