package dev.dovetail.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.dovetail.it.architecture.violations.Allowed;
import dev.dovetail.it.architecture.violations.Breaks;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsCanFallTest {

    private static final String BAD = Breaks.class.getPackageName();
    private static final House HOUSE = new House(BAD + ".ours", BAD + ".teams");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(HOUSE.ours(), HOUSE.teams());

    @ParameterizedTest
    @EnumSource
    void theWallReportsEveryClassThatBreaksIt(Wall wall) {
        JavaClasses culprits = CLASSES.that(DescribedPredicate.describe("break it", type -> breaks(type, wall)));

        assertThat(culprits).isNotEmpty();
        assertThat(culprits).allSatisfy(culprit -> assertThat(report(wall)).anyMatch(named(culprit)));
    }

    @ParameterizedTest
    @EnumSource
    void theWallLetsThroughWhatIsAllowed(Wall wall) {
        JavaClasses innocent =
                CLASSES.that(DescribedPredicate.describe("are allowed", type -> type.isAnnotatedWith(Allowed.class)));

        assertThat(innocent).isNotEmpty();
        assertThat(innocent).allSatisfy(type -> assertThat(report(wall))
                .extracting(WallsCanFallTest::origin)
                .noneMatch(named(type)));
    }

    private static boolean breaks(JavaClass type, Wall wall) {
        return type.tryGetAnnotationOfType(Breaks.class)
                .map(marked -> Arrays.asList(marked.value()).contains(wall))
                .orElse(false);
    }

    private static List<String> report(Wall wall) {
        return wall.in(HOUSE).evaluate(CLASSES).getFailureReport().getDetails();
    }

    /** A line begins with who did it, in angle brackets. */
    private static String origin(String line) {
        return line.substring(0, line.indexOf('>') + 1);
    }

    private static Predicate<String> named(JavaClass type) {
        return Pattern.compile("<" + Pattern.quote(type.getName()) + "\\b").asPredicate();
    }
}
