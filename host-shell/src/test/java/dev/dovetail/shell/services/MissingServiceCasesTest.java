package dev.dovetail.shell.services;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.view.MissingServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;

/** Case C17 of {@code docs/module-federation-cases.md}: it was loaded and runs, but what it promised isn't there. */
class MissingServiceCasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Framework framework;

    MissingServiceCasesTest(@TempDir Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.log.level", "0"));
        framework.start();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static final class Empty implements FeatureView {
        @Override
        public Node open(ViewContext context) {
            return new Label();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private void register(String viewId) {
        framework
                .getBundleContext()
                .registerService(
                        FeatureView.class,
                        new Empty(),
                        FrameworkUtil.asDictionary(Map.of(View.PREFIX_ + "id", viewId)));
    }

    @Test
    void c17AFeatureThatRunsButDoesNotOfferTheViewItDeclaresIsToldByNameAndByWhatItLacks() throws Exception {
        FrameworkServices services = new FrameworkServices(framework.getBundleContext(), PATIENCE);
        Active notes = new Active("notes", "1.0.0", framework.getBundleId());
        register("notes.other");

        assertThatThrownBy(() -> services.view(notes, "notes.main"))
                .isInstanceOf(MissingServiceException.class)
                .hasMessage("Expected notes 1.0.0 to offer notes.main, but it registered no FeatureView of that name"
                        + " within 1 s.");

        register("notes.main");
        services.view(notes, "notes.main").close();
        // What another bundle offers under that name is not what this feature promised.
        Active rival = new Active("notes", "2.0.0", framework.getBundleId() + 1);
        assertThatThrownBy(() -> services.view(rival, "notes.main"))
                .hasMessageStartingWith("Expected notes 2.0.0 to offer notes.main");
    }
}
