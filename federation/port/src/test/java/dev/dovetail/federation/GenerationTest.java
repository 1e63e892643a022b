package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Generation.Added;
import dev.dovetail.federation.Generation.Change;
import dev.dovetail.federation.Generation.Lowered;
import dev.dovetail.federation.Generation.Raised;
import dev.dovetail.federation.Generation.Removed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerationTest {

    private static Generation of(List<Change> changes) {
        return new Generation(3, Instant.EPOCH, false, true, false, changes);
    }

    @Test
    void lowersWhenOneFeatureWouldBeOlder() {
        Change lowered = new Lowered("charts", "Charts", "1.1.0", "1.0.0");
        assertThat(of(List.of(new Added("a", "A", "1.0.0"), lowered)).lowers()).isTrue();
    }

    @Test
    void lowersNothingWhenFeaturesComeGoOrRise() {
        List<Change> others = List.of(
                new Added("a", "A", "1.0.0"), new Removed("b", "B", "1.0.0"), new Raised("c", "C", "1.0.0", "2.0.0"));
        assertThat(of(others).lowers()).isFalse();
    }

    @Test
    void keepsAListOfItsOwn() {
        List<Change> changes = new ArrayList<>();
        Generation generation = of(changes);
        changes.add(new Removed("b", "B", "1.0.0"));
        assertThat(generation.changes()).isEmpty();
    }
}
