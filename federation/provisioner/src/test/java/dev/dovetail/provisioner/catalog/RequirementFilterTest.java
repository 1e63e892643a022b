package dev.dovetail.provisioner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.provisioner.catalog.RequirementFilter.Term;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class RequirementFilterTest {

    @Test
    void namesTheTermsThatMustHold() {
        var filter = RequirementFilter.parse("(&(osgi.wiring.package=a.b)(version>=1.0.0)(!(version>=2.0.0)))");

        assertThat(filter.terms())
                .containsExactly(
                        new Term("osgi.wiring.package", "=", "a.b", false),
                        new Term("version", ">=", "1.0.0", false),
                        new Term("version", ">=", "2.0.0", true));
        assertThat(filter.exact("osgi.wiring.package")).hasValue("a.b");
        assertThat(filter.names("version")).isTrue();
    }

    @Test
    void leavesOutTermsThatAreAChoice() {
        var filter = RequirementFilter.parse("(&(|(a=1)(b=2))(!(&(c=3)(d=4)))(!(|(e=5)(f=6))))");

        assertThat(filter.terms()).containsExactly(new Term("e", "=", "5", true), new Term("f", "=", "6", true));
        assertThat(filter.exact("e")).isEmpty();
    }

    @Test
    void doesNotTakeAPatternForAName() {
        var filter = RequirementFilter.parse("(&(a=x*)(b=x\\*\\)))");

        assertThat(filter.exact("a")).isEmpty();
        assertThat(filter.exact("b")).hasValue("x*)");
    }

    @Test
    void comparesVersionsAsVersions() {
        var filter = RequirementFilter.parse("(version>=1.9)");

        assertThat(filter.matches(Map.of("version", new Version(1, 10, 0)))).isTrue();
        assertThat(filter.matches(Map.of("version", new Version(1, 8, 0)))).isFalse();
    }

    @Test
    void matchesAnythingWhenThereIsNoFilter() {
        var filter = RequirementFilter.parse("");

        assertThat(filter.matches(Map.of())).isTrue();
        assertThat(filter.terms()).isEmpty();
    }

    @Test
    void refusesWhatIsNoFilter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequirementFilter.parse("(a=b"))
                .withMessage("expected an LDAP filter, found \"(a=b\"");
    }

    @Test
    void refusesAFilterThatIsTooDeepInsteadOfOverflowingTheStack() {
        var deep = "(!".repeat(50_000) + "(a=b)" + ")".repeat(50_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequirementFilter.parse(deep))
                .withMessageContaining("at most 32 levels");
    }
}
