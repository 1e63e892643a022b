package dev.dovetail.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class OutsideFeatureIT {

    private static final String JAR = "target/com.example.greeter-1.2.3.jar";

    private final Path jar;
    private final Path again;

    OutsideFeatureIT(@TempDir Path folder) throws Exception {
        Path checkout = Path.of(System.getProperty("it.checkout")).toRealPath();
        Path source =
                Path.of(OutsideFeatureIT.class.getResource("/outside-feature").toURI());
        Path here = FileTree.copy(source, folder.resolve("here"));
        Path there = FileTree.copy(source, folder.resolve("some/where/else"));
        try (Release release = Release.of(
                checkout,
                Path.of(System.getProperty("it.bundles"), "dovetail-api.jar"),
                System.getProperty("it.version"),
                Path.of(System.getProperty("it.localRepository")),
                folder)) {
            Maven maven = new Maven(checkout.resolve("mvnw"), release);
            maven.run(here, "package");
            maven.run(there, "package");
        }
        jar = here.resolve(JAR);
        again = there.resolve(JAR);
    }

    @Test
    void theBundleIsNamedAfterItsArtifact() throws Exception {
        assertThat(header("Bundle-SymbolicName")).containsOnlyKeys("com.example.greeter");
        assertThat(header("Bundle-Version")).containsOnlyKeys("1.2.3");
    }

    @Test
    void whatTheFeatureIsStandsInTheManifest() throws Exception {
        assertThat(header("Provide-Capability").get("dovetail.feature"))
                .containsEntry("dovetail.feature", "greeter")
                .containsEntry("title", "Greeter")
                .containsEntry("description", "Says \"hello\", politely.")
                .containsEntry("icon", "smile");
    }

    @Test
    void whatItContributesStandsInTheManifest() throws Exception {
        Attrs view = header("Provide-Capability").get("dovetail.view");

        assertThat(view)
                .containsEntry("dovetail.view", "greeter.hello")
                .containsEntry("title", "Hello")
                .containsEntry("icon", "smile");
        assertThat(view.getTyped("order")).isEqualTo(5L);
    }

    @Test
    void itRunsOnEveryShellThatKeepsTheContract() throws Exception {
        Parameters imports = header("Import-Package");

        assertThat(imports.get("dev.dovetail.api").getVersion()).isEqualTo("[1.1,2)");
        assertThat(imports.get("javafx.scene").getVersion()).isEqualTo("[21,26)");
        assertThat(imports.get("javafx.scene.control").getVersion()).isEqualTo("[21,26)");
    }

    @Test
    void itAsksForNothingThatOnlyCompilersRead() throws Exception {
        assertThat(header("Import-Package").keySet())
                .noneMatch(name -> name.startsWith("org.jspecify")
                        || name.startsWith("org.osgi.service.component.annotations")
                        || name.startsWith("java."));
    }

    @Test
    void theViewIsAComponent() throws Exception {
        String file = header("Service-Component").keySet().iterator().next();

        try (JarFile bundle = new JarFile(jar.toFile())) {
            String component =
                    new String(bundle.getInputStream(bundle.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(component)
                    .contains("<service scope=\"prototype\">")
                    .contains("<provide interface=\"dev.dovetail.api.FeatureView\"/>")
                    .contains("name=\"dovetail.view.id\" type=\"String\" value=\"greeter.hello\"")
                    .contains("<implementation class=\"com.example.greeter.GreeterView\"/>");
        }
    }

    @Test
    void builtElsewhereItIsTheSameBytes() {
        assertThat(again).hasSameBinaryContentAs(jar);
    }

    private Parameters header(String name) throws IOException {
        try (JarFile bundle = new JarFile(jar.toFile())) {
            return OSGiHeader.parseHeader(
                    bundle.getManifest().getMainAttributes().getValue(name));
        }
    }
}
