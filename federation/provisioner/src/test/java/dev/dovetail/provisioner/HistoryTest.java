package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Added;
import dev.dovetail.federation.Generation.Lowered;
import dev.dovetail.federation.Generation.Raised;
import dev.dovetail.federation.Generation.Removed;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.generation.Retention;
import dev.dovetail.provisioner.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final Path home;
    private final Disk disk;
    private final History history;

    HistoryTest(@TempDir Path home) {
        this.home = home;
        disk = Disk.at(home);
        history = new History(disk.generations());
    }

    private static Lockfile set(long number, Map<String, String> versions) {
        Map<String, LockedBundle> bundles = new TreeMap<>();
        versions.forEach((id, version) -> bundles.put(id, bundle(id, version)));
        return new Lockfile(
                number,
                List.copyOf(bundles.values()),
                bundles.entrySet().stream()
                        .map(one -> feature(one.getKey(), one.getValue()))
                        .toList());
    }

    private void commit(long number, Map<String, String> versions) throws Exception {
        disk.generations().commit(set(number, versions), new byte[0]);
        Files.setLastModifiedTime(
                home.resolve("generations/" + number + ".lock"), FileTime.from(NOON.plusSeconds(number)));
    }

    private List<Long> numbers() throws Exception {
        return history.kept().stream().map(Generation::number).toList();
    }

    private void clean(int newest) throws Exception {
        new Cleaning(disk, new Retention(newest)).clean(Set.of());
    }

    @Test
    void sayWhatGoingBackDoesToEachFeature() throws Exception {
        commit(1, Map.of("charts", "1.0.0", "map", "2.0.0", "notes", "1.0.0"));
        commit(2, Map.of("charts", "1.10.0", "map", "1.9.0", "tables", "1.0.0"));
        disk.generations().markGood(1);

        List<Generation> kept = history.kept();

        assertThat(kept).hasSize(2);
        assertThat(kept.get(0)).isEqualTo(new Generation(2, NOON.plusSeconds(2), true, false, false, List.of()));
        assertThat(kept.get(1))
                .isEqualTo(new Generation(
                        1,
                        NOON.plusSeconds(1),
                        false,
                        true,
                        false,
                        List.of(
                                new Lowered("charts", "The charts", "1.10.0", "1.0.0"),
                                new Raised("map", "The map", "1.9.0", "2.0.0"),
                                new Added("notes", "The notes", "1.0.0"),
                                new Removed("tables", "The tables", "1.0.0"))));
        assertThat(kept.get(1).lowers()).isTrue();
    }

    @Test
    void aGenerationThatCannotBeReadIsNoneToGoBackTo() throws Exception {
        commit(1, Map.of("charts", "1.0.0"));
        commit(2, Map.of("charts", "1.1.0"));
        Files.writeString(home.resolve("generations/1.lock"), "{");
        assertThat(numbers()).containsExactly(2L);
    }

    @Test
    void whatIsPinnedOutlivesWhatCameAfterIt() throws Exception {
        for (long number = 1; number <= 6; number++) {
            commit(number, Map.of("charts", number + ".0.0"));
        }
        history.pin(2, true);
        clean(2);
        assertThat(numbers()).containsExactly(6L, 5L, 2L);
        assertThat(history.kept().get(2).pinned()).isTrue();

        history.pin(2, false);
        clean(2);
        assertThat(numbers()).containsExactly(6L, 5L);
        assertThat(home.resolve("pinned")).doesNotExist();
    }

    @Test
    void theJarsOfWhatIsPinnedStay() throws Exception {
        LockedBundle stored = bundle("charts", "1.0.0");
        LockedBundle loose = bundle("charts", "2.0.0");
        // A sample's bytes are its name and version.
        Samples.put(disk.store(), "charts 1.0.0".getBytes(StandardCharsets.UTF_8));
        Samples.put(disk.store(), "charts 2.0.0".getBytes(StandardCharsets.UTF_8));
        disk.generations().commit(new Lockfile(1, List.of(stored), List.of(feature("charts", stored))), new byte[0]);
        disk.generations().commit(new Lockfile(2, List.of(loose), List.of(feature("charts", loose))), new byte[0]);
        commit(3, Map.of());
        history.pin(1, true);

        clean(1);

        assertThat(disk.store().contains(stored.content())).isTrue();
        assertThat(disk.store().contains(loose.content())).isFalse();
    }

    @Test
    void onlyWhatIsKeptCanBePinned() throws Exception {
        commit(1, Map.of("charts", "1.0.0"));
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> history.pin(7, true));
        assertThat(refused.code()).isEqualTo("DT-APPLY-007");
        assertThat(refused).hasMessageContaining("generation 7").hasMessageContaining("[1]");
        history.pin(7, false);
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void nothingIsLetGoWhileNobodyCanTellWhatIsPinned() throws Exception {
        for (long number = 1; number <= 3; number++) {
            commit(number, Map.of("charts", number + ".0.0"));
        }
        Files.writeString(home.resolve("pinned"), "1\nthe first\n");
        HomeException failure = catchThrowableOfType(HomeException.class, () -> clean(1));
        assertThat(failure.code()).isEqualTo("DT-HOME-028");
        assertThat(disk.generations().kept()).containsExactly(1L, 2L, 3L);
    }
}
