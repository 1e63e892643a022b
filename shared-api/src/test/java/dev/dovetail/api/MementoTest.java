package dev.dovetail.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MementoTest {

    @Property
    void givesBackEveryKindOfValueThatWasPutIn(
            @ForAll String text, @ForAll long integer, @ForAll double number, @ForAll boolean flag) {
        Memento memento = Memento.EMPTY
                .with("text", text)
                .with("integer", integer)
                .with("number", number)
                .with("flag", flag);

        assertThat(memento.text("text")).contains(text);
        assertThat(memento.integer("integer")).contains(integer);
        assertThat(memento.number("number")).contains(number);
        assertThat(memento.flag("flag")).contains(flag);
    }

    @Property
    void survivesBeingWrittenOutAndReadBack(@ForAll Map<String, String> values) {
        Memento memento = Memento.of(values);

        assertThat(Memento.of(memento.values())).isEqualTo(memento).hasSameHashCodeAs(memento);
        assertThat(memento.isEmpty()).isEqualTo(values.isEmpty());
    }

    @Test
    void answersWithNothingForAValueOfAnotherForm() {
        Memento memento = Memento.of("scroll", "far down").with("zoom", "NaN").with("open", "yes");

        assertThat(memento.integer("scroll")).isEmpty();
        assertThat(memento.number("scroll")).isEmpty();
        assertThat(memento.number("zoom")).isEmpty();
        assertThat(memento.flag("open")).isEmpty();
        assertThat(memento.text("missing")).isEmpty();
    }

    @Test
    void doesNotChangeWhenItsSourceDoes() {
        Map<String, String> source = new HashMap<>(Map.of("a", "1"));
        Memento memento = Memento.of(source);
        source.put("a", "2");
        memento.with("a", "3");

        assertThat(memento).isEqualTo(Memento.of("a", "1")).hasToString("{a=1}");
    }
}
