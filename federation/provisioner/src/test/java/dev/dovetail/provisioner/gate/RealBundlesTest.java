package dev.dovetail.provisioner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles from Maven Central, as they are, among them multi-release ones: none means harm, so none is refused. */
class RealBundlesTest {

    private static final Path BUNDLES = Path.of("target/real-bundles");

    /** May bring anything but native code and imports that are decided while it runs. */
    private static final Grant TEAM = new Grant(
            "team",
            NamePatterns.ALL,
            NamePatterns.NONE,
            NamePatterns.ALL,
            NamePatterns.NONE,
            Set.of(Permission.FRAGMENTS));

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> jars = Files.list(BUNDLES)) {
            return jars.sorted().toList().stream();
        }
    }

    private static Verdict inspect(Path jar, Grant grant) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(jar)) {
            return new Gate().inspect(channel, Claims.none(grant, new Reserved(Set.of("javax.sql"), Set.of())));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyOneIsAdmitted(Path jar) throws Exception {
        assertThat(inspect(jar, Grant.everything("team"))).isInstanceOf(Verdict.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commons-lang3",
                "failureaccess",
                "fastcsv",
                "guava",
                "h2",
                "jackson-core",
                "kotlin-osgi-bundle",
                "log4j-api",
                "org.apache.felix.scr",
                "postgresql",
                "slf4j-api"
            })
    void mostNeedNoPermission(String name) throws Exception {
        assertThat(inspect(BUNDLES.resolve(name + ".jar"), TEAM)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void oneBringsNativeCodeAndOneImportsWhatItPleases() throws Exception {
        assertThat(inspect(BUNDLES.resolve("sqlite-jdbc.jar"), TEAM))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::code)
                        .containsExactly("DT-GATE-020"));
        assertThat(inspect(BUNDLES.resolve("HikariCP.jar"), TEAM))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::code)
                        .containsExactly("DT-GATE-021"));
    }

    @Test
    void saysWhatAPublisherSigns() throws Exception {
        assertThat(inspect(BUNDLES.resolve("failureaccess.jar"), TEAM))
                .isEqualTo(new Verdict.Admitted(new Inspected(
                        "com.google.guava.failureaccess",
                        "1.0.2",
                        5709,
                        15,
                        List.of("com.google.common.util.concurrent.internal"),
                        "",
                        false)));
    }
}
