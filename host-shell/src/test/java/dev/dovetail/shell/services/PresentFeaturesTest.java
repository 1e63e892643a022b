package dev.dovetail.shell.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Features whose code may run although no view of theirs was seen. */
class PresentFeaturesTest {

    private final Framework framework;

    PresentFeaturesTest(@TempDir Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.log.level", "0"));
        framework.start();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Bundle installed(String name, String capability) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        main.putValue(Constants.BUNDLE_VERSION, "1.2.0");
        main.putValue(Constants.PROVIDE_CAPABILITY, capability);
        return framework.getBundleContext().installBundle(name, new ByteArrayInputStream(jar(manifest)));
    }

    private static byte[] jar(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.flush();
        }
        return bytes.toByteArray();
    }

    @Test
    void are_those_that_were_started_and_libraries_are_none() throws Exception {
        FrameworkServices services = new FrameworkServices(framework.getBundleContext(), Duration.ofSeconds(1));
        Bundle notes = installed("team.notes", "dovetail.feature;dovetail.feature=notes;title=Notes");
        installed("team.lib", "team.lib;team.lib=yes").start();
        assertThat(services.present()).isEmpty();
        notes.start();
        assertThat(services.present()).containsExactly(new Active("notes", "1.2.0", notes.getBundleId()));
        notes.stop();
        assertThat(services.present()).isEmpty();
    }
}
