package dev.dovetail.provisioner.gate;

import static dev.dovetail.provisioner.gate.Judged.TEAM;
import static dev.dovetail.provisioner.gate.Judged.admitted;
import static dev.dovetail.provisioner.gate.Judged.claims;
import static dev.dovetail.provisioner.gate.Judged.code;
import static dev.dovetail.provisioner.gate.Judged.refused;
import static dev.dovetail.provisioner.gate.Judged.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.BytesChannel;
import dev.dovetail.provisioner.hostile.RawEntry;
import dev.dovetail.provisioner.hostile.RawZip;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 1, 2 and 23 of the hostile inputs: archives that are not what they seem. */
class HostileArchiveTest {

    private static final int MEGA = 1024 * 1024;

    @Test
    void aPlainBundleIsAdmitted() {
        admitted(sample().good());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "a/../../outside",
                "a/..",
                "./a",
                "a//b",
                "/etc/passwd",
                "/x",
                "/",
                "//",
                "a//",
                "..\\outside",
                "a\\b",
                "C:/Windows/x",
                "C:x",
                "\\\\server\\share",
                "a\0b",
                "a\nb",
                "NUL",
                "nul.txt",
                "a/CON/b",
                "aux.class",
                "com1.dll",
                "LPT9",
                "COM\u00b9.txt",
                "conout$",
                "a./b",
                "a /b",
                "a.",
                "a ",
                " a",
                "what?",
                "a*",
                "a|b",
                "a<b",
                "a\"b",
                "a\u202eb",
                "a\u200bb",
                "meta-inf/MANIFEST.MF",
                "OSGI-inf/x.xml"
            })
    void aPathThatMeansAnotherPlaceSomewhereIsRefused(String path) {
        assertThat(code(sample().entryNamed(path))).isEqualTo("DT-GATE-002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b/c.txt",
                "console/a",
                "com/a",
                "nullable.txt",
                "a..b",
                ".hidden",
                "com10",
                "\u00e4/\u00f6.txt",
                "a b/c d",
                "a$1.class",
                "auxiliary",
                "META-INF/services/a.b.C"
            })
    void anOrdinaryPathIsAdmitted(String path) {
        admitted(sample().entryNamed(path));
    }

    @Test
    void anEmptyPathIsRefused() {
        assertThat(code(sample().entryNamed(""))).isEqualTo("DT-GATE-002");
    }

    @Test
    void aSymbolicLinkIsRefused() {
        assertThat(code(sample().symbolicLink())).isEqualTo("DT-GATE-003");
    }

    @Test
    void aDirectoryWithContentIsRefused() {
        assertThat(code(sample().entryNamed("a/"))).isEqualTo("DT-GATE-003");
    }

    @Test
    void aBombIsRefusedByItsRatio() {
        assertThat(refused(sample().bomb()).message())
                .startsWith("Expected at most 100 bytes from each packed byte, found 8388608 from ")
                .endsWith(" for \"zeros.bin\" in team.sample 1.0.0.");
    }

    @Test
    void aShortTextMayBePackedAsTightlyAsItLikes() {
        admitted(sample().file("blank.txt", new byte[MEGA / 2]).good());
    }

    @Test
    void manySmallBombsAreRefusedTogether() {
        var jar = sample();
        for (int i = 0; i < 20; i++) {
            jar = jar.file("zeros-" + i + ".bin", new byte[MEGA]);
        }
        assertThat(refused(jar.good()).message()).contains("for all entries together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.bin", "OSGI-INF/component.xml"})
    void anEntryThatUnpacksToMoreThanItSaysIsRefused(String path) {
        assertThat(code(sample().lyingBomb(path))).isEqualTo("DT-GATE-007");
    }

    @Test
    void anEntryThatUnpacksToLessThanItSaysIsRefused() {
        assertThat(code(sample().hollowEntry("a.txt"))).isEqualTo("DT-GATE-007");
    }

    @Test
    void publishersLookIntoClassesToo() throws Exception {
        byte[] jar = sample().lyingBomb("team/A.class");
        admitted(jar);
        assertThat(new Gate().inspect(new BytesChannel(jar), claims(TEAM)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo("DT-GATE-007"));
    }

    @Test
    void aStreamThatIsNoneIsRefused() {
        assertThat(code(sample().with(RawEntry.text("a.txt", "text").packed(new byte[] {7, 7, 7, 7}))
                        .good()))
                .isEqualTo("DT-GATE-007");
    }

    @Test
    void aStreamThatIsCutOffIsRefused() {
        byte[] packed = RawEntry.deflate("a text that is long enough".getBytes(StandardCharsets.UTF_8));
        RawEntry cut =
                RawEntry.text("a.txt", "a text that is long enough").packed(Arrays.copyOf(packed, packed.length - 4));
        assertThat(code(sample().with(cut).good())).isEqualTo("DT-GATE-007");
    }

    @Test
    void overlappingEntriesAreRefused() {
        assertThat(code(sample().overlapping())).isEqualTo("DT-GATE-005");
    }

    @Test
    void moreEntriesThanTheLimitAreRefused() {
        assertThat(code(sample().manyEntries(10_000))).isEqualTo("DT-GATE-006");
        admitted(sample().manyEntries(9_999));
    }

    @Test
    void anotherTotalThanWasSignedIsRefused() {
        byte[] jar = sample().entryNamed("a.txt");
        int size = sample().manifest().length() + "harm".length();
        assertThat(Judged.findings(jar, new Claims("", "", size, Set.of(), TEAM, Judged.RESERVED)))
                .isEmpty();
        assertThat(refused(jar, new Claims("", "", size - 1, Set.of(), TEAM, Judged.RESERVED))
                        .message())
                .isEqualTo("Expected " + (size - 1) + " bytes unpacked as was signed, found " + size + " in the jar.");
    }

    @Test
    void aJarOnTheClassPathIsInspectedAndAJarInItIsRefused() {
        assertThat(code(sample().jarInJarInJar())).isEqualTo("DT-GATE-008");
        assertThat(code(sample().bombInJar())).isEqualTo("DT-GATE-006");
        byte[] inner = new RawZip().entry(RawEntry.text("a/A.class", "class")).bytes();
        admitted(sample().header("Bundle-ClassPath", ".,lib/inner.jar")
                .file("lib/inner.jar", inner)
                .good());
    }

    @Test
    void aJarThatTakesTheClassPathsPlaceOnANewerJavaIsInspectedToo() {
        byte[] inner = new RawZip().entry(RawEntry.text("../x", "x")).bytes();
        assertThat(code(sample().header("Bundle-ClassPath", ".,lib/inner.jar")
                        .file("META-INF/versions/17/lib/inner.jar", inner)
                        .good()))
                .isEqualTo("DT-GATE-002");
    }

    @Test
    void aJarOnTheClassPathOfMoreThanTheLimitIsRefused() throws Exception {
        GateLimits standard = GateLimits.standard();
        GateLimits small = new GateLimits(
                standard.entries(), standard.directory(), 100, MEGA, standard.manifest(), 500, 2_000, 100);
        byte[] inner =
                new RawZip().entry(RawEntry.stored("a.txt", new byte[200])).bytes();
        byte[] jar = sample().header("Bundle-ClassPath", "inner.jar")
                .file("inner.jar", inner)
                .good();
        assertThat(new Gate(small).inspect(new BytesChannel(jar), claims(TEAM)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo("DT-GATE-008"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/MANIFEST.MF", "a.txt", "A.class"})
    void theSameEntryTwiceIsRefused(String path) {
        assertThat(code(sample().twice(path))).isEqualTo("DT-GATE-004");
    }

    @Test
    void entriesThatDifferByCaseAloneAreRefusedButForClasses() {
        assertThat(code(sample().file("a.txt", new byte[0])
                        .file("A.txt", new byte[0])
                        .good()))
                .isEqualTo("DT-GATE-004");
        assertThat(code(sample().file("\u00c4.txt", new byte[0])
                        .file("A\u0308.txt", new byte[0])
                        .good()))
                .isEqualTo("DT-GATE-004");
        admitted(sample().file("a.class", new byte[0])
                .file("A.class", new byte[0])
                .good());
    }

    @Test
    void aFileThatIsADirectoryAsWellIsRefused() {
        assertThat(code(sample().file("a", new byte[0])
                        .file("a/b.txt", new byte[0])
                        .good()))
                .isEqualTo("DT-GATE-004");
    }

    @Test
    void whatStandsBeforeTheContentMustBeWhatStandsInTheDirectory() {
        assertThat(code(sample().otherNameInside("a.txt", "b.txt"))).isEqualTo("DT-GATE-005");
        assertThat(code(sample().otherNameInside("a.txt", "../a.txt"))).isEqualTo("DT-GATE-005");
        assertThat(code(sample().otherSizeInside("a.txt"))).isEqualTo("DT-GATE-005");
    }

    @Test
    void bytesThatBelongToNoEntryAreRefused() {
        assertThat(code(sample().hiddenEntry("Hidden.class"))).isEqualTo("DT-GATE-005");
        assertThat(code(sample().strayBytes())).isEqualTo("DT-GATE-005");
    }

    @Test
    void anArchiveInTheCommentIsRefused() {
        // The inner archive's end is the file's end, so its entries are looked for there, and others found.
        assertThat(code(sample().archiveInComment())).isIn("DT-GATE-001", "DT-GATE-005");
    }

    @Test
    void whatIsEncryptedIsRefused() {
        assertThat(code(sample().with(RawEntry.text("a.txt", "a").flags(1)).good()))
                .isEqualTo("DT-GATE-001");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThat(code(new byte[0])).isEqualTo("DT-GATE-001");
        assertThat(code("garbage, but of some length".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("DT-GATE-001");
        byte[] jar = sample().good();
        assertThat(code(Arrays.copyOf(jar, jar.length - 1))).isEqualTo("DT-GATE-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/versions/8/a.txt",
                "META-INF/versions/09/a.txt",
                "META-INF/versions/x/a.txt",
                "META-INF/versions/9.1/a.txt",
                "META-INF/versions/1000/a.txt",
                "META-INF/versions/a.txt",
                "META-INF/versions/17/META-INF/MANIFEST.MF"
            })
    void whatReadersLookForInDifferentReleasesIsRefused(String path) {
        assertThat(code(sample().header("Multi-Release", "true").entryNamed(path)))
                .isEqualTo("DT-GATE-009");
    }

    @Test
    void classesForNewerReleasesOfJavaAreAdmitted() {
        admitted(sample().header("Multi-Release", "true").entryNamed("META-INF/versions/21/team/A.class"));
    }

    @Test
    void aManifestForANewerReleaseIsHeldToTheSameRules() {
        var multi = sample().header("Multi-Release", "true");
        String path = "META-INF/versions/17/OSGI-INF/MANIFEST.MF";
        admitted(multi.with(RawEntry.text(path, "Import-Package: java.net.http\n"))
                .good());
        assertThat(code(multi.with(RawEntry.text(path, "Import-Package: org.osgi.framework.hooks.weaving\n"))
                        .good()))
                .isEqualTo("DT-GATE-022");
        assertThat(code(multi.with(RawEntry.text(path, "Import-Package a\n")).good()))
                .isEqualTo("DT-GATE-011");
    }

    @Test
    void aBundleThatIsMultiReleaseForSomeReadersOnlyIsRefused() {
        assertThat(code(sample().header("Multi-Release", "TRUE").good())).isEqualTo("DT-GATE-009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.jar", "/../x.jar", "a\\b.jar", "lib/nul.jar"})
    void aClassPathThatLeavesTheBundleIsRefused(String path) {
        assertThat(code(sample().header("Bundle-ClassPath", path).good())).isIn("DT-GATE-002", "DT-GATE-011");
    }

    @Test
    void aManifestsClassPathIsRefused() {
        assertThat(code(sample().header("Class-Path", "https://example.org/x.jar")
                        .good()))
                .isEqualTo("DT-GATE-023");
    }
}
