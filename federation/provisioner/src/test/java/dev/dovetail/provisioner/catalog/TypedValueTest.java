package dev.dovetail.provisioner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class TypedValueTest {

    @Test
    void readsEachScalarType() {
        assertThat(new TypedValue("String", " a ").parse()).isEqualTo(" a ");
        assertThat(new TypedValue("Version", " 1.2 ").parse()).isEqualTo(new Version(1, 2, 0));
        assertThat(new TypedValue("Long", " 7 ").parse()).isEqualTo(7L);
        assertThat(new TypedValue("Double", "1.5").parse()).isEqualTo(1.5);
    }

    @Test
    void readsListsWithEscapedCommas() {
        assertThat(new TypedValue("List", "a\\,b,c").parse()).isEqualTo(List.of("a,b", "c"));
        assertThat(new TypedValue("List<Version>", "1.0, 2.0").parse())
                .isEqualTo(List.of(new Version(1, 0, 0), new Version(2, 0, 0)));
        assertThat(new TypedValue("List<String>", "").parse()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Long,1.5",
        "Long,''",
        "Double,x",
        "Version,1.x",
        "List<Long>,'1,b'",
        "Integer,1",
        "List<Set>,a",
        "string,a"
    })
    void refusesWhatIsNotOfItsType(String type, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TypedValue(type, text).parse());
    }

    @Test
    void refusesToWriteWhatItCouldNotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedValue.of(1))
                .withMessageContaining("java.lang.Integer");
    }

    @Property
    void givesBackAnyList(@ForAll @NotEmpty List<@NotEmpty String> list) {
        assertThat(TypedValue.of(list).parse()).isEqualTo(list);
    }
}
