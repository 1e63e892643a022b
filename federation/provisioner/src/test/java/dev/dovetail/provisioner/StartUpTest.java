package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static dev.dovetail.provisioner.sample.Samples.lockfile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.Incident;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

    private static final byte[] INDEX = {};

    private final LockedBundle charts = bundle("charts", "1.0.0");
    private final Lockfile first = lockfile(1, List.of(charts), feature("charts", charts));
    private final Lockfile second = lockfile(2, List.of(charts), feature("charts", charts));
    private final Lockfile third = lockfile(3, List.of(charts), feature("charts", charts));
    private final Path home;
    private final Disk disk;

    StartUpTest(@TempDir Path home) {
        this.home = home;
        disk = Disk.at(home);
    }

    @BeforeEach
    void install() throws Exception {
        for (Lockfile lockfile : List.of(first, second, third)) {
            disk.generations().commit(lockfile, INDEX);
        }
        disk.generations().markGood(2);
    }

    private Started start(boolean alone) throws Exception {
        return new StartUp(disk, new IndexReader(), Clock.systemUTC()).begin(alone);
    }

    private Started start() throws Exception {
        return start(false);
    }

    private long current() throws Exception {
        return disk.generations().current().generation();
    }

    private static List<String> codes(Started started) {
        return started.incidents().stream().map(Incident::code).toList();
    }

    @Test
    void a_start_as_usual_changes_nothing_but_the_count() throws Exception {
        assertThat(start()).isEqualTo(Started.AS_USUAL);
        assertThat(disk.health().read().attempts().count()).isEqualTo(1);
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void a_start_tells_once_which_feature_held_up_the_window_when_the_last_one_ended() throws Exception {
        disk.heldUp()
                .write(new HeldUp(
                        "charts",
                        "1.0.0",
                        "team.charts.Board.draw(Board.java:42)",
                        Clock.systemUTC().instant()));
        Started next = start();
        assertThat(codes(next)).containsExactly("DT-START-011");
        assertThat(next.incidents().get(0).message())
                .startsWith("When Dovetail last ended, charts 1.0.0 was holding up the window, in"
                        + " team.charts.Board.draw(Board.java:42).");
        assertThat(next.safe()).isFalse();
        assertThat(start()).isEqualTo(Started.AS_USUAL);
    }

    @Test
    void two_starts_that_did_not_go_well_lead_back_to_the_last_good_generation() throws Exception {
        start();
        assertThat(start()).isEqualTo(Started.AS_USUAL);
        Started third = start();
        assertThat(third.safe()).isFalse();
        assertThat(codes(third)).containsExactly("DT-START-006");
        assertThat(third.incidents().get(0).message()).contains("generation 3", "generation 2, the last good one");
        assertThat(current()).isEqualTo(2);
        assertThat(disk.health().read().incidents()).isEqualTo(third.incidents());
    }

    @Test
    void when_the_good_generation_does_not_start_either_the_shell_comes_up_alone() throws Exception {
        for (int i = 0; i < 4; i++) {
            start();
        }
        Started fifth = start();
        assertThat(fifth.safe()).isTrue();
        assertThat(codes(fifth)).containsExactly("DT-START-007");
        assertThat(current()).isEqualTo(2);
    }

    @Test
    void a_start_that_went_well_forgets_those_before_it() throws Exception {
        start();
        start();
        disk.health().change(Health::started);
        assertThat(start()).isEqualTo(Started.AS_USUAL);
    }

    @Test
    void what_was_good_is_not_left_by_itself() throws Exception {
        disk.generations().markGood(3);
        start();
        start();
        assertThat(start().safe()).isTrue();
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void when_the_good_one_cannot_be_read_the_shell_comes_up_alone() throws Exception {
        Files.writeString(home.resolve("generations/2.lock"), "{");
        start();
        start();
        Started third = start();
        assertThat(third.safe()).isTrue();
        assertThat(third.incidents().get(0).message()).contains("all features off", "2.lock");
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void who_wants_the_shell_alone_gets_it_and_nothing_is_counted() throws Exception {
        start();
        start();
        assertThat(start(true)).isEqualTo(new Started(true, List.of()));
        assertThat(disk.health().read().attempts().count()).isEqualTo(2);
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void a_generation_that_cannot_be_read_gives_way_to_the_newest_that_can() throws Exception {
        Files.delete(home.resolve("generations/3.lock"));
        Started started = start();
        assertThat(codes(started)).containsExactly("DT-START-008");
        assertThat(started.incidents().get(0).message()).contains("3.lock", "generation 2, the newest");
        assertThat(current()).isEqualTo(2);
        assertThat(disk.generations().next()).isEqualTo(3);
    }

    @Test
    void where_nobody_says_which_is_in_force_it_is_the_newest() throws Exception {
        Files.writeString(home.resolve("current"), "three");
        assertThat(codes(start())).containsExactly("DT-START-008");
        assertThat(current()).isEqualTo(3);
        Files.delete(home.resolve("current"));
        start();
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void where_no_generation_can_be_read_nothing_is_installed() throws Exception {
        for (int i = 1; i <= 3; i++) {
            Files.write(home.resolve("generations/" + i + ".lock"), new byte[] {0});
        }
        assertThat(start().incidents().get(0).message()).contains("nothing installed");
        assertThat(current()).isZero();
        assertThat(disk.generations().next()).isEqualTo(4);
    }

    @Test
    void a_memory_that_cannot_be_read_is_none() throws Exception {
        Files.writeString(home.resolve("health.json"), "{}");
        assertThat(start()).isEqualTo(Started.AS_USUAL);
        Files.delete(home.resolve("health.json"));
        Files.createDirectory(home.resolve("health.json"));
        assertThat(start()).isEqualTo(Started.AS_USUAL);
    }
}
