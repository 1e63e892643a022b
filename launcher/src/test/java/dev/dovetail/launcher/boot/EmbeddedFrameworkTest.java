package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.failure.ApplyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

class EmbeddedFrameworkTest {

    @TempDir
    private Path directory;

    @Test
    void describesThePlatformBeforeAnythingIsStarted() throws Exception {
        try (EmbeddedFramework framework =
                EmbeddedFramework.init(new Home(directory.resolve("home")), PlatformDirectory.in(directory))) {
            assertThat(framework.platform()).hasSize(7);
            assertThat(framework.platform().get(0).getCapabilities("osgi.wiring.package"))
                    .anySatisfy(capability -> assertThat(capability.getAttributes())
                            .containsEntry("osgi.wiring.package", "javafx.scene")
                            .containsEntry("version", new Version("21.0.12")));
            assertThat(framework.context().getBundles())
                    .filteredOn(bundle -> bundle.getBundleId() > 0)
                    .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED));
        }
    }

    @Test
    void startsWhatFeaturesNeedWithoutTheShell() throws Exception {
        try (EmbeddedFramework framework =
                EmbeddedFramework.init(new Home(directory.resolve("home")), PlatformDirectory.in(directory))) {
            framework.startServices();

            assertThat(Arrays.stream(framework.context().getBundles())
                            .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                            .map(Bundle::getSymbolicName))
                    .contains("dev.dovetail.api", "org.apache.felix.scr")
                    .doesNotContain("dev.dovetail.shell");
        }
    }

    @Test
    void addsPropertiesButKeepsItsOwn() throws Exception {
        Map<String, String> besides = Map.of("asked.for", "by a test", "felix.resolver.parallelism", "8");

        try (EmbeddedFramework framework =
                EmbeddedFramework.init(new Home(directory.resolve("home")), PlatformDirectory.in(directory), besides)) {
            assertThat(framework.context().getProperty("asked.for")).isEqualTo("by a test");
            assertThat(framework.context().getProperty("felix.resolver.parallelism"))
                    .isEqualTo("1");
        }
    }

    @Test
    void saysThatTheInstallationIsDamagedWhenABundleIsNoBundle() throws Exception {
        Path bundles = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(bundles.resolve("broken.jar"), "no zip file");

        assertThatThrownBy(() -> EmbeddedFramework.init(new Home(directory.resolve("home")), bundles))
                .isInstanceOfSatisfying(
                        ApplyException.class, e -> assertThat(e.hint()).contains("install Dovetail again"))
                .hasMessageContaining(bundles.toString());
    }
}
