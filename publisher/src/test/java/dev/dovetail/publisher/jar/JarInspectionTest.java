package dev.dovetail.publisher.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarInspectionTest {

    @TempDir
    private Path folder;

    private final JarInspection inspection = new JarInspection();

    private String refusal(Path jar) {
        PublishException[] refusal = new PublishException[1];
        assertThatThrownBy(() -> inspection.inspect(jar))
                .isInstanceOfSatisfying(PublishException.class, e -> refusal[0] = e);
        assertThat(refusal[0]).hasMessageContaining(String.valueOf(jar.getFileName()));
        assertThat(refusal[0].hint()).isNotEmpty();
        return refusal[0].code();
    }

    @Test
    void aBundleIsWhatItSays() throws Exception {
        Path jar = Bundles.bundle(folder, "acme.lib;singleton:=true", "1.2");

        BundleJar found = inspection.inspect(jar);

        assertThat(found.title()).isEqualTo("acme.lib 1.2.0");
        assertThat(found.sha256()).isEqualTo(Sha256.of(jar));
        assertThat(found.length()).isEqualTo(Files.size(jar));
        assertThat(found.unpacked()).isGreaterThan(5);
    }

    @Test
    void aLibraryOfOthersIsOneToo() throws Exception {
        assertThat(inspection.inspect(Bundles.jarOf(ImmutableList.class)).bsn()).isEqualTo("com.google.guava");
    }

    @Test
    void anOrdinaryJarIsRefusedWithTheWayOut() throws IOException {
        Path jar = Bundles.jar(folder.resolve("plain.jar"), version());

        assertThat(refusal(jar)).isEqualTo("DT-PUBLISH-022");
    }

    @Test
    void aBundleOfTheFirstKindIsRefused() throws IOException {
        Manifest manifest = version();
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "acme.old");

        assertThat(refusal(Bundles.jar(folder.resolve("old.jar"), manifest))).isEqualTo("DT-PUBLISH-022");
    }

    private static Manifest version() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    @Test
    void aZipWithoutAManifestIsRefused() throws IOException {
        Path zip = folder.resolve("some.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("a.txt"));
        }

        assertThat(refusal(zip)).isEqualTo("DT-PUBLISH-022");
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        assertThat(refusal(Files.writeString(folder.resolve("text.jar"), "text")))
                .isEqualTo("DT-PUBLISH-021");
        assertThat(refusal(folder.resolve("nothing.jar"))).isEqualTo("DT-PUBLISH-020");
    }

    @Test
    void aManifestOfAMegabyteIsRefused() throws IOException {
        Manifest manifest = version();
        manifest.getMainAttributes().putValue("Long", "x".repeat(1_000_000));

        assertThat(refusal(Bundles.jar(folder.resolve("long.jar"), manifest))).isEqualTo("DT-PUBLISH-021");
    }

    @Test
    void aJarThatTheGateWouldRefuseIsNotPublished() throws IOException {
        Path jar = Bundles.bundle(folder, "acme.evil", "1.0.0", "Fragment-Host: system.bundle;extension:=framework");

        assertThat(refusal(jar)).startsWith("DT-GATE-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"аcme.lib", "acme..lib", ".acme", "acme/lib"})
    void aNameThatIsNoFolderIsRefused(String name) throws IOException {
        Manifest manifest = version();
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");

        assertThat(refusal(Bundles.jar(folder.resolve("odd.jar"), manifest))).startsWith("DT-");
    }
}
