package dev.dovetail.shell;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.federation.Workbench;
import dev.dovetail.shell.fixture.Container;
import dev.dovetail.shell.fixture.FixedFederation;
import dev.dovetail.shell.fixture.MemoryDesktop;
import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.tiny.TinyBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class ShellActivatorIT {

    private static final FeatureStatus TINY = new FeatureStatus(
            "tiny",
            "Tiny",
            "",
            "box",
            "",
            REPOSITORY,
            new Installed("1.0.0"),
            List.of(
                    new Contribution.View("tiny.main", "Tiny", "box", 1),
                    new Contribution.Command("tiny.greet", "Greet", "smile")));

    private final FixedFederation federation = new FixedFederation(TINY);
    private final MemoryDesktop desktop;
    private final Container container;
    private final Bundle shell;

    ShellActivatorIT(@TempDir Path directory) throws Exception {
        ShellFixture.toolkit();
        desktop = new MemoryDesktop(directory);
        container = new Container(directory, federation, desktop);
        shell = container.installShell();
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private Active tiny(String version, boolean throwing, boolean broken) throws Exception {
        Bundle bundle = container
                .framework
                .getBundleContext()
                .installBundle("tiny:" + version, TinyBundle.of(version, throwing, broken));
        bundle.start();
        return new Active("tiny", version, bundle.getBundleId());
    }

    private Workbench start() throws Exception {
        shell.start();
        assertThat(desktop.wasShown()).isTrue();
        return container.workbench();
    }

    private static Scene scene() {
        return ShellFixture.fx(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene());
    }

    private static TextField field() {
        Scene scene = scene();
        return ShellFixture.fx(() -> (TextField) scene.getRoot().lookup("#tiny-field"));
    }

    private void show(Workbench workbench) throws Exception {
        workbench.show("tiny.main").toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void comesUpAsABundleAndGoesAwayWithoutATrace() throws Exception {
        Workbench workbench = start();
        federation.runs(tiny("1.0.0", false, false));
        show(workbench);
        assertThat(field().getText()).isEqualTo("fresh");
        shell.stop();
        assertThat(ShellFixture.fx(() -> Window.getWindows().size())).isZero();
        assertThat(container.framework.getBundleContext().getServiceReference(Workbench.class))
                .isNull();
        assertThat(shell.getServicesInUse()).isNull();
        shell.start();
        show(container.workbench());
        assertThat(field().getPromptText()).isEqualTo("1.0.0");
    }

    @Test
    void handsAViewOverBetweenTwoVersionsSideBySide() throws Exception {
        Workbench workbench = start();
        Active old = tiny("1.0.0", false, false);
        federation.runs(old);
        show(workbench);
        TextField before = field();
        ShellFixture.run(() -> before.setText("typed"));
        Active next = tiny("1.1.0", false, false);
        workbench.handOver(old, next);
        assertThat(field().getText()).isEqualTo("typed");
        assertThat(field().getPromptText()).isEqualTo("1.1.0");
        assertThat(field().getClass().getClassLoader())
                .isEqualTo(before.getClass().getClassLoader());
        String closed = ShellFixture.fx(before::getText);
        assertThat(closed).isEqualTo("closed");
        container.framework.getBundleContext().getBundle(old.bundleId()).uninstall();
        assertThat(field().getText()).isEqualTo("typed");
    }

    @Test
    void leavesTheOldViewWhereTheNewVersionThrows() throws Exception {
        Workbench workbench = start();
        Active old = tiny("1.0.0", false, false);
        federation.runs(old);
        show(workbench);
        TextField before = field();
        Active next = tiny("1.1.0", true, false);
        assertThatThrownBy(() -> workbench.handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("Tiny cannot open in this version.");
        assertThat(field()).isSameAs(before);
        container.framework.getBundleContext().getBundle(next.bundleId()).uninstall();
    }

    @Test
    void leavesTheOldViewWhereTheNewComponentCannotBeMade() throws Exception {
        Workbench workbench = start();
        Active old = tiny("1.0.0", false, false);
        federation.runs(old);
        show(workbench);
        TextField before = field();
        Active next = tiny("1.1.0", false, true);
        assertThatThrownBy(() -> workbench.handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("Expected tiny 1.1.0 to create tiny.main");
        assertThat(field()).isSameAs(before);
    }

    @Test
    void closesAFeaturesViewsBeforeItGoes() throws Exception {
        Workbench workbench = start();
        Active old = tiny("1.0.0", false, false);
        federation.runs(old);
        show(workbench);
        workbench.close(old);
        Scene scene = scene();
        assertThat(ShellFixture.fx(() -> scene.getRoot().lookupAll(".tab-header")))
                .hasSize(1);
        assertThat(container
                        .framework
                        .getBundleContext()
                        .getBundle(old.bundleId())
                        .getRegisteredServices())
                .allMatch(reference -> reference.getUsingBundles() == null
                        || List.of(reference.getUsingBundles()).stream().noneMatch(shell::equals));
    }

    @Test
    void refusesToStartWithoutTheLaunchersServices() {
        container.hideFederation();
        assertThatThrownBy(shell::start)
                .isInstanceOf(BundleException.class)
                .hasStackTraceContaining("Expected the launcher to register dev.dovetail.federation.Federation"
                        + " before the shell is started, found none.");
    }
}
