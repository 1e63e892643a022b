package dev.dovetail.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final Values SOME =
            Values.of(Map.of("text", "a", "whole", 7, "number", 1.5f, "truth", true, "list", List.of(1, "b", false)));

    @Test
    void eachKindIsReadAsWhatItIs() {
        assertThat(SOME.text("text")).contains("a");
        assertThat(SOME.integer("whole")).contains(7L);
        assertThat(SOME.number("number")).contains(1.5);
        assertThat(SOME.flag("truth")).contains(true);
        assertThat(SOME.texts("list")).containsExactly("1", "b", "false");
        assertThat(SOME.all()).containsEntry("whole", 7L).containsEntry("number", 1.5);
    }

    @Test
    void whatIsOfAnotherFormIsNotThere() {
        assertThat(SOME.integer("text")).isEmpty();
        assertThat(SOME.number("missing")).isEmpty();
        assertThat(SOME.flag("whole")).isEmpty();
        assertThat(SOME.text("list")).isEmpty();
        assertThat(SOME.texts("missing")).isEmpty();
        assertThat(SOME.texts("text")).containsExactly("a");
        assertThat(Values.EMPTY.with("n", "Infinity").number("n")).isEmpty();
    }

    @Test
    void aTextThatReadsAsANumberIsOne() {
        Values routed = Values.of(Map.of("n", "12", "d", "1.5", "f", "false"));
        assertThat(routed.integer("n")).contains(12L);
        assertThat(routed.number("d")).contains(1.5);
        assertThat(routed.flag("f")).contains(false);
    }

    @Test
    void nothingButSimpleValuesIsTaken() {
        assertThatThrownBy(() -> Values.EMPTY.with("x", new Object()))
                .hasMessage("Expected a text, number, truth or list of those as x, found java.lang.Object.");
        assertThatThrownBy(() -> Values.EMPTY.with("x", List.of(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Values.EMPTY.with("x", Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Values.EMPTY.with("1x", "a")).hasMessageContaining("beginning with a letter");
    }

    @Test
    void thereAreLimits() {
        Map<String, String> many = new HashMap<>();
        for (int n = 0; n <= Values.MOST; n++) {
            many.put("n" + n, "");
        }
        assertThatThrownBy(() -> Values.of(many)).hasMessageContaining("at most 64 names");
        assertThatThrownBy(() -> Values.EMPTY.with("x", "a".repeat(Values.LONGEST)))
                .hasMessageContaining("characters in all");
        assertThatThrownBy(() -> Values.EMPTY.with("x", Collections.nCopies(Values.LONGEST / 8, 1)))
                .hasMessageContaining("characters in all");
        assertThat(Values.EMPTY.with("x".repeat(Values.LONGEST_NAME), "").isEmpty())
                .isFalse();
    }

    @Test
    void itDoesNotChangeWithWhatItWasMadeOf() {
        Map<String, Object> source = new HashMap<>(Map.of("a", 1));
        Values values = Values.of(source);
        source.put("a", 2);
        assertThat(values.integer("a")).contains(1L);
        assertThatThrownBy(() -> values.all().put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Property
    void equalContentIsEqual(@ForAll int whole, @ForAll boolean truth) {
        Values one = Values.EMPTY.with("a", whole).with("b", truth);
        Values other = Values.of(Map.of("b", truth, "a", (long) whole));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
    }
}
