package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FederationException;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.ExtendsTheFramework;
import dev.dovetail.provisioner.sample.ReadsWhatTheUserCan;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No jar gets from a repository into the framework but through the gate. */
@Timeout(90)
class ProvisionerServiceGateTest extends ProvisionerServiceScene {

    private static final HostileJar CHARTS = HostileJar.bundle("team.charts", "1.1.0");

    ProvisionerServiceGateTest(@TempDir Path home) throws Exception {
        super(home);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("DT-GATE-002", CHARTS.entryNamed("../../outside")),
                Arguments.of("DT-GATE-003", CHARTS.symbolicLink()),
                Arguments.of("DT-GATE-006", CHARTS.bomb()),
                Arguments.of("DT-GATE-007", CHARTS.lyingBomb("OSGI-INF/a.xml")),
                Arguments.of("DT-GATE-005", CHARTS.overlapping()),
                Arguments.of("DT-GATE-008", CHARTS.jarInJarInJar()),
                Arguments.of(
                        "DT-GATE-012", HostileJar.bundle("team.other", "1.1.0").good()),
                Arguments.of(
                        "DT-GATE-013",
                        HostileJar.bundle("te\u0430m.charts", "1.1.0").good()),
                Arguments.of("DT-GATE-010", CHARTS.manyHeaders(1000)),
                Arguments.of(
                        "DT-GATE-015",
                        CHARTS.header("Export-Package", "javafx.scene").good()),
                Arguments.of(
                        "DT-GATE-015",
                        CHARTS.header("Export-Package", "javax.swing").good()),
                Arguments.of(
                        "DT-GATE-019",
                        CHARTS.header("Require-Bundle", "system.bundle").good()),
                Arguments.of(
                        "DT-GATE-022",
                        CHARTS.header("Import-Package", "org.osgi.framework.hooks.weaving")
                                .good()),
                Arguments.of("DT-GATE-004", CHARTS.twice("META-INF/MANIFEST.MF")),
                Arguments.of("DT-GATE-005", CHARTS.otherNameInside("a.class", "b.class")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileUpdateIsRefusedAndTheOldVersionGoesOnRunning(String code, byte[] jar) throws Exception {
        desk.activate("charts");
        repository.publish(api, tables, charts, newer.jar(jar));
        desk.check();
        FederationException failure = failed(() -> desk.update("charts"));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageContaining("team.charts 1.1.0");
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
        assertThat(desk.provisioner().installed().generation()).isEqualTo(1);
    }

    @Test
    void aBundleThatIsNotOpenedYetIsInspectedBeforeItIsInstalledToo() throws Exception {
        desk.activate("charts");
        repository.publish(api, tables, newer.jar(CHARTS.bomb()));
        restart();
        desk.check();
        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-GATE-006");
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void theBytesOfAnInstalledBundleAreInspectedUnderAnotherNameToo() throws Exception {
        desk.activate("charts");
        repository.publish(api, tables, newer.jar(charts.jar()));
        restart();
        desk.check();
        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-GATE-012");
        assertThat(desk.provisioner().installed().generation()).isEqualTo(1);
    }

    private static byte[] extension() {
        return CHARTS.header("Fragment-Host", "system.bundle;extension:=framework")
                .header("ExtensionBundle-Activator", ExtendsTheFramework.class.getName())
                .type(ExtendsTheFramework.class)
                .good();
    }

    @Test
    void anExtensionsActivatorRunsInsideTheInstallationUnlessTheGateStops(@TempDir Path elsewhere) throws Exception {
        try (TestFramework open = new TestFramework(elsewhere, false)) {
            open.context().installBundle("extension", new ByteArrayInputStream(extension()));
            assertThat(open.context().getServiceReference(Appendable.class)).isNotNull();
        }
        desk.activate("charts");
        repository.publish(api, tables, charts, newer.jar(extension()));
        desk.check();
        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-GATE-017");
        assertThat(desk.framework().context().getServiceReference(Appendable.class))
                .isNull();
    }

    @Test
    void atEachStartABundleIsHeldToWhatItsRepositoryMayBringByThen() throws Exception {
        desk.activate("charts");
        desk.close();
        Grant narrower = new Grant(
                "team", NamePatterns.of("team.api"), NamePatterns.NONE, NamePatterns.ALL, NamePatterns.NONE, Set.of());
        desk = new Desk(home, (repository, bundle) -> narrower, repository.url());
        assertThat(failed(() -> desk.activate("charts")).code()).isEqualTo("DT-GATE-014");
        assertThat(desk.framework().bundles()).isEmpty();
        restart();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    /** Row 18: what SECURITY.md does not promise. */
    @Test
    void codeThatWasLetInReadsWhatTheUserCanRead(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "of the user");
        System.setProperty("dovetail.test.secret", secret.toString());
        try {
            SampleBundle spy = SampleBundle.named("team.spy", "1.0.0")
                    .feature("spy", "Spy")
                    .activator(ReadsWhatTheUserCan.class);
            repository.publish(spy);
            desk.check();
            desk.activate("spy");
            var context = desk.framework().context();
            var service = context.getServiceReference(CharSequence.class);
            assertThat(context.getService(service)).hasToString("of the user");
        } finally {
            System.clearProperty("dovetail.test.secret");
        }
    }

    @Test
    void aBundleThatSitsInAnothersPlaceIsTakenOut() throws Exception {
        SampleBundle stranger = SampleBundle.named("stranger", "1.0.0").activator(StartsQuietly.class);
        desk.framework().context().installBundle("sha256:" + charts.sha256(), new ByteArrayInputStream(stranger.jar()));
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
        assertThat(desk.framework().bundles()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
    }
}
