package dev.dovetail.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsTest {

    /** A module that joins the test's dependencies is named here too. */
    private static final List<String> ROOMS = List.of(
            "dev.dovetail.api",
            "dev.dovetail.federation",
            "dev.dovetail.launcher",
            "dev.dovetail.provisioner",
            "dev.dovetail.publisher",
            "dev.dovetail.shell",
            "dev.dovetail.testkit",
            "dev.dovetail.trust",
            "dev.dovetail.tuf",
            "team.charts.api",
            "team.charts.feature",
            "team.charts.feature",
            "team.dashboard.view",
            "team.explorer.api",
            "team.explorer.view");

    private static final List<Room> PRODUCT = Room.of(House.PRODUCT);

    @ParameterizedTest
    @EnumSource
    void everyModuleKeepsTheWall(Wall wall) {
        ArchRule rule = wall.in(House.PRODUCT).allowEmptyShould(true);

        assertThat(PRODUCT).allSatisfy(room -> rule.check(room.classes()));
    }

    @Test
    void noRoomIsForgotten() {
        assertThat(PRODUCT).hasSameSizeAs(ROOMS);
        assertThat(ROOMS).allSatisfy(name -> assertThat(PRODUCT)
                .anySatisfy(room -> assertThat(room.packages()).contains(name)));
    }
}
