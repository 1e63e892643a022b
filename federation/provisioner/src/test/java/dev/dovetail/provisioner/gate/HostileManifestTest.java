package dev.dovetail.provisioner.gate;

import static dev.dovetail.provisioner.gate.Judged.TEAM;
import static dev.dovetail.provisioner.gate.Judged.admitted;
import static dev.dovetail.provisioner.gate.Judged.claims;
import static dev.dovetail.provisioner.gate.Judged.code;
import static dev.dovetail.provisioner.gate.Judged.refused;
import static dev.dovetail.provisioner.gate.Judged.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.provisioner.hostile.RawEntry;
import dev.dovetail.provisioner.hostile.RawZip;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 9 of the hostile inputs: manifests that are too large, or that two readers take in two ways. */
class HostileManifestTest {

    private static final String HEAD =
            "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: team.sample\nBundle-Version: 1.0.0\n";

    @Test
    void moreThanFiveHundredHeadersAreRefused() {
        assertThat(code(sample().manyHeaders(497))).isEqualTo("DT-GATE-010");
        admitted(sample().manyHeaders(496));
    }

    @Test
    void moreThanTwoThousandClausesAreRefused() {
        assertThat(code(sample().manyImports(2_000))).isEqualTo("DT-GATE-010");
        admitted(sample().manyImports(1_999));
    }

    @Test
    void aMillionHeadersAreRefusedAtOnce() {
        byte[] jar = sample().manyHeaders(100_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(1), () -> assertThat(code(jar)).isEqualTo("DT-GATE-010"));
    }

    @Test
    void aManifestBeyondItsLimitIsRefused() {
        String noise = "X-Noise: " + "0123456789abcdef".repeat(17_000) + "\n";
        assertThat(refused(sample().manifest(HEAD + noise)).code()).isEqualTo("DT-GATE-010");
    }

    @Test
    void aJarWithoutAManifestIsRefused() {
        assertThat(code(new RawZip().entry(RawEntry.text("a.txt", "a")).bytes()))
                .isEqualTo("DT-GATE-011");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Export-Package:no.blank\n",
                "no colon\n",
                "Export-Package:\n  a\n",
                "Export-Pack\n age: a\n",
                ": no name\n",
                "Name with blanks: x\n",
                "bundle-symbolicname: twice\n",
                "X: a\rExport-Package: javafx.scene\n",
                "X: a\0b\n",
                "\n Export-Package: javafx.scene\n",
                "Export-Package: \n",
                "Export-Package: a,,b\n",
                "Export-Package: a,\n",
                "Export-Package: a;x=1;b\n",
                "Export-Package: a;version=\"1.0\n",
                "Export-Package: a;version=\"1.0\"x\n",
                "Export-Package: a;version=1\"0\n",
                "Export-Package: \"a,javafx.scene\"\n",
                "Export-Package: a\\,b\n",
                "Export-Package: ;version=1\n",
                "Export-Package: a;x=1;x=2\n",
                "Export-Package: a;x: =1\n",
                "Export-Package: a;x:=1;x:=2\n",
                "Export-Package: a;=1\n",
                "Bundle-SymbolicName;x: a\n"
            })
    void whatTheGrammarDoesNotHaveIsRefused(String lines) {
        assertThat(code(sample().manifest(HEAD + lines))).isEqualTo("DT-GATE-011");
    }

    @Test
    void whatIsNotTextIsRefused() {
        byte[] bytes = (HEAD + "X: ").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length + 2);
        broken[bytes.length] = (byte) 0xC3;
        broken[bytes.length + 1] = '\n';
        assertThat(code(new RawZip()
                        .entry(RawEntry.deflated("META-INF/MANIFEST.MF", broken))
                        .bytes()))
                .isEqualTo("DT-GATE-011");
    }

    @Test
    void aFoldedLineIsOneLineEvenWhereItIsFoldedInACharacter() {
        byte[] whole = (HEAD + "Bundle-Name: \u00e9t\u00e9\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int at = HEAD.length() + "Bundle-Name: ".length() + 1;
        byte[] folded = new byte[whole.length + 2];
        System.arraycopy(whole, 0, folded, 0, at);
        folded[at] = '\n';
        folded[at + 1] = ' ';
        System.arraycopy(whole, at, folded, at + 2, whole.length - at);
        admitted(new RawZip()
                .entry(RawEntry.deflated("META-INF/MANIFEST.MF", folded))
                .bytes());
    }

    @Test
    void sectionsOfSingleEntriesAreLeftAlone() {
        admitted(sample().manifest(HEAD + "\nName: a.txt\nSHA-256-Digest: x\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "two"})
    void anotherManifestVersionIsRefused(String version) {
        assertThat(code(sample().header("Bundle-ManifestVersion", version).good()))
                .isEqualTo("DT-GATE-011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4.5", "99999999999", "one", "-1"})
    void aVersionThatIsNoneIsRefused(String version) {
        assertThat(refused(HostileJar.bundle("team.sample", version).good(), Claims.none(TEAM, Judged.RESERVED))
                        .code())
                .isEqualTo("DT-GATE-011");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceButNotWithoutEnd() {
        byte[] jar = sample().header("Export-Package", "javafx.scene,javafx.css")
                .header("Bundle-NativeCode", "a.so;osname=linux")
                .good();
        assertThat(Judged.findings(jar, claims(TEAM)))
                .extracting(Finding::code)
                .containsExactly("DT-GATE-015", "DT-GATE-015", "DT-GATE-020");
        String many = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> "javafx.p" + i)
                .collect(java.util.stream.Collectors.joining(","));
        assertThat(Judged.findings(sample().header("Export-Package", many).good(), claims(TEAM)))
                .hasSize(20);
    }
}
