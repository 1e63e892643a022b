package dev.dovetail.provisioner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

class IndexReaderTest {

    private static final URI REPOSITORY = URI.create("https://acme.example/repo/");
    private static final URI INDEX = REPOSITORY.resolve("index.xml");
    private static final String DIGEST = "AB".repeat(32);
    private static final String IDENTITY = """
            <capability namespace="osgi.identity">
              <attribute name="osgi.identity" value="acme.lib"/>
              <attribute name="type" value="osgi.bundle"/>
              <attribute name="version" type="Version" value="1.2.3"/>
            </capability>
            """;

    @Test
    void readsABundle() throws Exception {
        var index = read(resource(IDENTITY + content("bundles/lib.jar", "12") + """
                <requirement namespace="osgi.wiring.package">
                  <directive name="filter" value="(osgi.wiring.package=a)"/>
                  <directive name="resolution" value="optional"/>
                </requirement>
                """));

        var bundle = index.bundles().get(0);
        assertThat(index.refused()).isEmpty();
        assertThat(bundle.identity())
                .isEqualTo(new IndexedBundle.Identity("acme.lib", Version.valueOf("1.2.3"), "ab".repeat(32)));
        assertThat(bundle.size()).isEqualTo(12);
        assertThat(bundle.url()).isEqualTo(URI.create("https://acme.example/repo/bundles/lib.jar"));
        assertThat(bundle.repository()).isEqualTo(REPOSITORY);
        assertThat(bundle.requirements().get(0).getDirectives()).containsEntry("resolution", "optional");
        assertThat(bundle.requirements().get(0).getResource()).isSameAs(bundle);
        assertThat(bundle.capabilities("osgi.content")).isEmpty();
    }

    @Test
    void takesTheFirstContentThatIsAJar() throws Exception {
        var other = content("lib.pom", "1").replace("application/vnd.osgi.bundle", "text/xml");

        var index = read(resource(IDENTITY + other + content("lib.jar", "2")));

        assertThat(index.bundles())
                .singleElement()
                .extracting(IndexedBundle::size)
                .isEqualTo(2L);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/elsewhere/lib.jar,true",
        "HTTPS://ACME.example/lib.jar,true",
        "../up/lib.jar,true",
        "/root.jar,true",
        "http://acme.example/lib.jar,false",
        "https://acme.example:8443/lib.jar,false",
        "https://user@acme.example/lib.jar,false",
        "https://evil.example/lib.jar,false",
        "//evil.example/lib.jar,false",
        "file:///etc/passwd,false",
        "mailto:somebody,false",
        "a b.jar,false"
    })
    void acceptsOnlyAddressesOfTheIndexesOwnOrigin(String url, boolean accepted) throws Exception {
        var index = read(resource(IDENTITY + content(url, "1")));

        assertThat(index.bundles()).hasSize(accepted ? 1 : 0);
        assertThat(index.refused()).hasSize(accepted ? 0 : 1);
    }

    @Test
    void saysWhyAnAddressIsRefused() throws Exception {
        assertThat(reason(IDENTITY + content("https://evil.example/lib.jar", "1")))
                .isEqualTo("expected an address on https://acme.example, found https://evil.example/lib.jar");
    }

    @Test
    void refusesAnEntryWithoutADigest() throws Exception {
        assertThat(reason(IDENTITY + content("lib.jar", "1").replace(DIGEST, "abc")))
                .isEqualTo("expected a SHA-256 of 64 hexadecimal digits, found \"abc\"");
        assertThat(reason(IDENTITY)).isEqualTo("expected an osgi.content that is a jar, found 0 that are not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "9223372036854775808", ""})
    void refusesAnEntryWithoutAUsableSize(String size) throws Exception {
        assertThat(reason(IDENTITY + content("lib.jar", size))).contains("expected a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/lib", "", "../x", "a b", "bücher"})
    void refusesAnOddName(String name) throws Exception {
        assertThat(reason(IDENTITY.replace("acme.lib", name) + content("lib.jar", "1")))
                .contains("expected");
    }

    @Test
    void refusesAnEntryThatIsUnclear() throws Exception {
        var content = content("lib.jar", "1");
        assertThat(reason(IDENTITY + IDENTITY + content)).contains("one osgi.identity, found 2");
        assertThat(reason(IDENTITY.replace("osgi.bundle", "osgi.subsystem") + content))
                .contains("osgi.subsystem");
        assertThat(reason(IDENTITY.replace("type=\"Version\"", "") + content))
                .contains("of type Version, found String");
        assertThat(reason(IDENTITY.replace("1.2.3", "1.x") + content)).startsWith("version: ");
        assertThat(reason(IDENTITY + content + IDENTITY.replace("osgi.identity\">", "\">")))
                .contains("namespace");
        assertThat(reason(IDENTITY + content
                        + "<requirement namespace='x'><directive name='filter' value='('/></requirement>"))
                .contains("LDAP filter");
        assertThat(reason(IDENTITY + content + "<requirement namespace='x'><directive name='a'/></requirement>"))
                .contains("a name and a value on <directive>");
        assertThat(reason(IDENTITY + content
                        + "<requirement namespace='x'><directive name='a' value='1'/><directive name='a' value='2'/>"
                        + "</requirement>"))
                .contains("expected a once");
    }

    @Test
    void namesTheEntryThatItRefuses() throws Exception {
        assertThat(read(resource(IDENTITY)).refused().get(0).entry()).isEqualTo("acme.lib 1.2.3");
        assertThat(read(resource("")).refused().get(0).entry()).startsWith("the entry at line ");
    }

    @Test
    void passesOverWhatBndSaysOfMultiReleaseJars() throws Exception {
        var index = read(resource(IDENTITY.replace("osgi.bundle", "bnd.synthetic"))
                + resource(IDENTITY + content("lib.jar", "1") + "<requirement namespace='bnd.multirelease'/>"));

        assertThat(index.refused()).isEmpty();
        assertThat(index.bundles()).singleElement().satisfies(bundle -> assertThat(bundle.requirements())
                .isEmpty());
    }

    @Test
    void goesOnAfterABadEntry() throws Exception {
        var index = read(resource("") + resource(IDENTITY + content("lib.jar", "1")));

        assertThat(index.bundles()).hasSize(1);
        assertThat(index.refused()).hasSize(1);
    }

    @Test
    void countsEqualEntriesOnce() throws Exception {
        var entry = resource(IDENTITY + content("lib.jar", "1"));

        assertThat(read(entry + entry).bundles()).hasSize(1);
    }

    @Test
    void refusesAVersionThatHasTwoDigests() throws Exception {
        var entry = resource(IDENTITY + content("lib.jar", "1"));

        var index = read(entry + entry.replace(DIGEST, "cd".repeat(32)));

        assertThat(index.bundles()).isEmpty();
        assertThat(index.refused().get(0).reason())
                .contains("one digest per version")
                .contains("ab".repeat(32));
    }

    @Test
    void skipsElementsThatItDoesNotKnow() throws Exception {
        var index = read("<referral url='https://evil.example/index.xml'/><x:a xmlns:x='urn:x'><resource/></x:a>"
                + resource("<note><capability namespace=''/></note>" + IDENTITY + content("lib.jar", "1")));

        assertThat(index.bundles()).hasSize(1);
    }

    @Test
    void saysWhereXmlIsMalformed() {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> raw("<repository xmlns='" + IndexReader.NAMESPACE + "'>\n<resource></repository>"))
                .withMessageStartingWith("Expected well-formed XML, found this at line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html/>", "<repository/>", "<repository xmlns='http://www.osgi.org/xmlns/repository/v2.0.0'/>"})
    void refusesAnotherRootElement(String xml) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> raw(xml))
                .withMessageStartingWith(
                        "Expected <repository> of http://www.osgi.org/xmlns/repository/v1.0.0, found <")
                .withMessageContaining(" at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PK\u0003\u0004", "{}"})
    void refusesWhatIsNoXml(String text) {
        assertThatExceptionOfType(IndexException.class).isThrownBy(() -> raw(text));
    }

    @Test
    void refusesADocumentTypeBeforeAnyEntityIsExpanded() {
        var laughs = new StringBuilder("<!DOCTYPE repository [<!ENTITY l0 'ha'>");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        laughs.append("]><repository xmlns='").append(IndexReader.NAMESPACE).append("'>&l29;</repository>");

        assertRefusedQuickly(laughs.toString(), "without a DTD");
    }

    @Test
    void neverReadsAnExternalEntity() {
        assertRefusedQuickly(
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><repository xmlns='" + IndexReader.NAMESPACE
                        + "'>&x;</repository>",
                "without a DTD");
        assertRefusedQuickly("<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r/>", "without a DTD");
        assertRefusedQuickly("<repository xmlns='" + IndexReader.NAMESPACE + "'>&x;</repository>", "well-formed");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertRefusedQuickly(document("<a>".repeat(100_000) + "</a>".repeat(100_000)), "at most 16 nested elements");
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertRefusedQuickly(document("<a/>".repeat(2_000_001)), "at most 2000000 elements");
        assertRefusedQuickly(document("<a b='" + "x".repeat(70_000) + "'/>"), "at most 65536 characters, found 70000");
        var attributes = new StringBuilder();
        for (var i = 0; i < 17; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertRefusedQuickly(document("<a" + attributes + "/>"), "at most 16 attributes on <a>, found 17");
    }

    @Test
    void stopsAtTheLimitOfBytes() {
        var limits = new IndexLimits(100_000, 10, 10, 10, 10);
        var text = document(" ".repeat(200_000)).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> new IndexReader(limits).read(new ByteArrayInputStream(text), REPOSITORY, INDEX))
                .withMessage("Expected an index of at most 100000 bytes, found more.");
    }

    @Test
    void tellsABrokenStreamFromABadIndex() throws Exception {
        var broken = InputStream.nullInputStream();
        broken.close();

        assertThatIOException()
                .isThrownBy(() -> new IndexReader().read(broken, REPOSITORY, INDEX))
                .withMessage("Stream closed");
    }

    private static void assertRefusedQuickly(String xml, String expected) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(catchThrowable(() -> raw(xml)))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining(expected));
    }

    private static String reason(String resource) throws Exception {
        var index = read(resource(resource));
        assertThat(index.bundles()).isEmpty();
        return index.refused().get(0).reason();
    }

    private static Index read(String body) throws Exception {
        return raw(document(body));
    }

    private static Index raw(String xml) throws Exception {
        return new IndexReader()
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), REPOSITORY, INDEX);
    }

    private static String document(String body) {
        return "<repository xmlns='" + IndexReader.NAMESPACE + "'>" + body + "</repository>";
    }

    private static String resource(String body) {
        return "<resource>" + body + "</resource>";
    }

    private static String content(String url, String size) {
        return """
                <capability namespace="osgi.content">
                  <attribute name="osgi.content" value="%s"/>
                  <attribute name="url" value="%s"/>
                  <attribute name="size" type="Long" value="%s"/>
                  <attribute name="mime" value="application/vnd.osgi.bundle"/>
                </capability>
                """.formatted(DIGEST, url, size);
    }
}
