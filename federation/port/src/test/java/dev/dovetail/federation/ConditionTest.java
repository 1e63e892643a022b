package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void aSnapshotIsWellUnlessItIsToldOtherwise() {
        Snapshot well = new Snapshot(1, 2, List.of(), List.of());
        assertThat(well.condition()).isEqualTo(Condition.WELL);

        List<String> incidents = new ArrayList<>(List.of("Charts 1.1 was taken back."));
        Snapshot safe = well.in(new Condition(true, incidents));
        incidents.clear();

        assertThat(safe.condition().safe()).isTrue();
        assertThat(safe.condition().incidents()).containsExactly("Charts 1.1 was taken back.");
        assertThat(safe.in(Condition.WELL)).isEqualTo(well);
    }
}
