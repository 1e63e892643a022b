package dev.dovetail.shell.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Whose code something is, in a real framework with two versions of one bundle. */
class FrameworkServicesTest {

    /** A class that each of the bundles defines by itself. */
    public static final class Own {}

    private final Framework framework;
    private final FrameworkServices services;
    private final Bundle one;
    private final Bundle two;

    FrameworkServicesTest(@TempDir Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.log.level", "0"));
        framework.start();
        services = new FrameworkServices(framework.getBundleContext(), Duration.ofSeconds(1));
        one = install("1.0.0");
        two = install("2.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Bundle install(String version) throws Exception {
        return framework.getBundleContext().installBundle("sha256:" + version, new ByteArrayInputStream(jar(version)));
    }

    private static byte[] jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "notes");
        main.putValue(Constants.BUNDLE_VERSION, version);
        String own = Own.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream in = Own.class.getClassLoader().getResourceAsStream(own)) {
            jar.putNextEntry(new JarEntry(own));
            in.transferTo(jar);
        }
        return bytes.toByteArray();
    }

    private static Active active(Bundle bundle) {
        return new Active("notes", bundle.getVersion().toString(), bundle.getBundleId());
    }

    @Test
    void theCodeOfAVersionIsItsOwnLoaderAndWhereItsJarIsFrom() throws Exception {
        Class<?> own = one.loadClass(Own.class.getName());
        two.start();

        assertThat(services.code(active(one))).contains(new Code(own.getClassLoader(), "sha256:1.0.0"));
        assertThat(services.code(active(two)).map(Code::location)).contains("sha256:2.0.0");
        assertThat(services.code(active(two)).map(Code::loader))
                .isNotEmpty()
                .isNotEqualTo(services.code(active(one)).map(Code::loader));
    }

    @Test
    void whatIsNotWiredOrIsGoneHasNoCode() throws Exception {
        assertThat(services.code(active(one))).isEmpty();

        one.start();
        assertThat(services.code(active(one))).isPresent();
        one.uninstall();

        assertThat(services.code(active(one))).isEmpty();
        assertThat(services.code(new Active("notes", "3.0.0", 4711))).isEmpty();
    }

    @Test
    void aClassIsDefinedByTheVersionWhoseLoaderMadeIt() throws Exception {
        Class<?> own = one.loadClass(Own.class.getName());

        assertThat(services.defines(active(one), own)).isTrue();
        assertThat(services.defines(active(two), own)).isFalse();
        assertThat(services.defines(active(one), Own.class)).isFalse();
        assertThat(services.defines(active(one), String.class)).isFalse();
    }
}
