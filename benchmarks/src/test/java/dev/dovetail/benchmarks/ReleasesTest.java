package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleasesTest {

    private static final String MANIFEST =
            "Manifest-Version: 1.0\nBundle-SymbolicName: team.charts.feature\nBundle-Version: 1.0.0\n";

    @TempDir
    private Path repository;

    @Test
    void anotherReleaseDiffersInTheVersionAlone() throws Exception {
        byte[] release = releases().release("1.0.7");

        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(release))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-Version"))
                    .isEqualTo("1.0.7");
            assertThat(jar.getNextJarEntry().getName()).isEqualTo("chart.css");
            assertThat(jar.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(".chart {}");
        }
    }

    @Test
    void whatIsPublishedIsWhatTheIndexSays() throws Exception {
        Releases releases = releases();
        byte[] release = releases.release("1.0.7");
        try (RepositoryServer server = RepositoryServer.serving(repository)) {
            releases.publish(server, "1.0.7", release);

            String index = index(server);
            assertThat(index)
                    .contains("bundles/team.charts.feature-1.0.0.jar", "bundles/team.charts.feature-1.0.7.jar")
                    .contains("value=\"1.0.7\" type=\"Version\"", "value=\"" + release.length + "\"")
                    .contains(sha256(release));
            assertThat(get(server, "charts/bundles/team.charts.feature-1.0.7.jar"))
                    .isEqualTo(release);
        }
    }

    @Test
    void theServerKeepsALogOfWhatItWasAskedFor() throws Exception {
        Files.writeString(repository.resolve("there"), "four");
        try (RepositoryServer server = RepositoryServer.serving(repository)) {
            get(server, "there");

            assertThat(server.log()).containsExactly(new RepositoryServer.Answered("/there", 200, 4));
        }
    }

    private static String index(RepositoryServer server) throws IOException {
        try (InputStream xml = new GZIPInputStream(new ByteArrayInputStream(get(server, "charts/index.xml.gz")))) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] get(RepositoryServer server, String path) throws IOException {
        try (InputStream in = server.address().resolve(path).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private Releases releases() throws Exception {
        byte[] jar = jar();
        Path bundles = Files.createDirectories(repository.resolve("bundles"));
        Files.write(bundles.resolve("team.charts.feature-1.0.0.jar"), jar);
        Files.writeString(repository.resolve("index.xml"), """
                <repository><resource>
                <attribute name="osgi.identity" value="team.charts.feature"/>
                <attribute name="version" value="1.0.0" type="Version"/>
                <attribute name="size" value="%d" type="Long"/>
                <attribute name="url" value="bundles/team.charts.feature-1.0.0.jar"/>
                <attribute name="osgi.content" value="%s"/>
                </resource></repository>
                """.formatted(jar.length, sha256(jar)));
        return Releases.in(repository);
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(MANIFEST.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("chart.css"));
            jar.write(".chart {}".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
