package dev.dovetail.shell.features;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.shell.features.FeatureFilter.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureFilterTest {

    private static final FeatureStatus CHARTS =
            feature("charts", "Charts", "box", "Team Charts", "Bars and lines.", new Updatable("1.0.0", "1.1.0"));
    private static final FeatureStatus NOTES =
            feature("notes", "Notes", "box", "Northwind", "Plain notes.", new Installed("1.0.0"));
    private static final FeatureStatus MAP =
            feature("map", "Fleet map", "box", "Contoso", "Vehicles.", new Available("1.0.0"));
    private static final List<FeatureStatus> ALL = List.of(CHARTS, MAP, NOTES);

    @Test
    void choosesByState() {
        assertThat(FeatureFilter.of(Kind.ALL, "").of(ALL)).containsExactly(CHARTS, MAP, NOTES);
        assertThat(FeatureFilter.of(Kind.INSTALLED, "").of(ALL)).containsExactly(CHARTS, NOTES);
        assertThat(FeatureFilter.of(Kind.UPDATES, "").of(ALL)).containsExactly(CHARTS);
    }

    @Test
    void findsAllWordsInNameVendorAndDescription() {
        assertThat(FeatureFilter.of(Kind.ALL, "  LINES team ").of(ALL)).containsExactly(CHARTS);
        assertThat(FeatureFilter.of(Kind.ALL, "lines contoso").of(ALL)).isEmpty();
        assertThat(FeatureFilter.of(Kind.ALL, "vehicles").of(ALL)).containsExactly(MAP);
    }
}
