package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.launcher.home.Home;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.function.Function;

/** On a library's own jar, in the directory where it is on this class path. */
class ConnectedBundlesTest {

    private static final Path JAR = onClassPath("org.osgi.util.function-");

    @TempDir
    private Path directory;

    private static Path onClassPath(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBundleOnTheClassPathIsABundleWithTheClassesThatAreThereAlready() throws Exception {
        try (EmbeddedFramework framework = framework(JAR.resolveSibling("").normalize())) {
            Bundle bundle = framework.context().getBundle("platform:" + JAR.getFileName());
            framework.startServices();

            assertThat(bundle.getSymbolicName()).isEqualTo("org.osgi.util.function");
            assertThat(bundle.loadClass(Function.class.getName())).isSameAs(Function.class);
            assertThat(bundle.adapt(BundleWiring.class).getCapabilities("osgi.wiring.package"))
                    .isNotEmpty();
        }
    }

    @Test
    void aBundleBesideTheClassPathHasClassesOfItsOwn() throws Exception {
        Path bundles = Files.createDirectories(directory.resolve("bundles"));
        Files.copy(JAR, bundles.resolve(JAR.getFileName()));
        try (EmbeddedFramework framework = framework(bundles)) {
            Bundle bundle = framework.context().getBundle("platform:" + JAR.getFileName());
            framework.startServices();

            assertThat(bundle.getSymbolicName()).isEqualTo("org.osgi.util.function");
            assertThat(bundle.loadClass(Function.class.getName())).isNotSameAs(Function.class);
        }
    }

    @Test
    void whoImportsFromAConnectedBundleSeesThatPackageAndNothingElseOfTheClassPath() throws Exception {
        try (EmbeddedFramework framework = framework(JAR.resolveSibling("").normalize())) {
            Bundle importer = framework
                    .context()
                    .installBundle("test:importer", new ByteArrayInputStream(importing("org.osgi.util.function")));
            framework.borders().platform(importer);
            framework.startServices();

            assertThat(importer.loadClass(Function.class.getName())).isSameAs(Function.class);
            assertThatThrownBy(() -> importer.loadClass(EmbeddedFramework.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void onlyTheVeryFileOnTheClassPathIsConnected() {
        Map<String, Path> bundles =
                Map.of("platform:a.jar", Path.of("/x/a.jar"), "platform:b.jar", Path.of("/x/b.jar"));

        ConnectedBundles connected =
                ConnectedBundles.of(bundles, String.join(File.pathSeparator, "/y/b.jar", "/x/a.jar", ""));

        assertThat(connected.has("platform:a.jar")).isTrue();
        assertThat(connected.has("platform:b.jar")).isFalse();
        assertThat(connected.connect("platform:a.jar")).isPresent();
        assertThat(connected.connect("platform:b.jar")).isEmpty();
    }

    private EmbeddedFramework framework(Path bundles) throws Exception {
        return EmbeddedFramework.init(new Home(directory.resolve("home")), bundles);
    }

    private static byte[] importing(String name) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "importer");
        main.putValue("Import-Package", name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
