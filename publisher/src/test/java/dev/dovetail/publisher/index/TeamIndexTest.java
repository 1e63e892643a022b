package dev.dovetail.publisher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.jar.BundleJar;
import dev.dovetail.publisher.jar.JarInspection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class TeamIndexTest {

    @TempDir
    private Path folder;

    private static IndexEntry entry(Path jar) throws PublishException {
        return new Indexer().index(new JarInspection().inspect(jar));
    }

    private static String xml(TeamIndex index) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(index.bytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> namespaces(List<Clause> clauses) {
        return clauses.stream().map(Clause::namespace).distinct().toList();
    }

    /** The example of docs/formats/repository.md. */
    @Test
    void anIndexIsWrittenAsTheFormatSays() throws Exception {
        BundleJar jar = new JarInspection()
                .inspect(Bundles.bundle(
                        folder,
                        "acme.lib",
                        "1.2.0",
                        "Import-Package: org.osgi.util.tracker;version=\"[1.5,2)\"",
                        "Provide-Capability: acme.size;acme.size=\"a,b\";size:Long=3;of:List<Version>=\"1.0,2.0\""));
        IndexEntry read = new Indexer().index(jar);

        IndexEntry entry = new IndexEntry(
                "acme.lib", read.version(), "00".repeat(32), 512, read.capabilities(), read.requirements());

        assertThat(xml(new TeamIndex("acme", List.of(entry)))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <repository xmlns="http://www.osgi.org/xmlns/repository/v1.0.0" increment="0" name="acme">
                <resource>
                 <capability namespace="osgi.identity">
                  <attribute name="osgi.identity" value="acme.lib"/>
                  <attribute name="type" value="osgi.bundle"/>
                  <attribute name="version" type="Version" value="1.2.0"/>
                 </capability>
                 <capability namespace="osgi.content">
                  <attribute name="mime" value="application/vnd.osgi.bundle"/>
                  <attribute name="osgi.content" value="0000000000000000000000000000000000000000000000000000000000000000"/>
                  <attribute name="size" type="Long" value="512"/>
                  <attribute name="url" value="bundles/acme.lib/acme.lib-1.2.0.jar"/>
                 </capability>
                 <capability namespace="osgi.wiring.bundle">
                  <attribute name="bundle-version" type="Version" value="1.2.0"/>
                  <attribute name="osgi.wiring.bundle" value="acme.lib"/>
                 </capability>
                 <capability namespace="osgi.wiring.host">
                  <attribute name="bundle-version" type="Version" value="1.2.0"/>
                  <attribute name="osgi.wiring.host" value="acme.lib"/>
                 </capability>
                 <capability namespace="acme.size">
                  <attribute name="acme.size" value="a,b"/>
                  <attribute name="of" type="List&lt;Version&gt;" value="1.0.0,2.0.0"/>
                  <attribute name="size" type="Long" value="3"/>
                 </capability>
                 <requirement namespace="osgi.wiring.package">
                  <directive name="filter" value="(&amp;(osgi.wiring.package=org.osgi.util.tracker)(version&gt;=1.5.0)(!(version&gt;=2.0.0)))"/>
                 </requirement>
                </resource>
                </repository>
                """);
    }

    @Test
    void whatIsReadIsWrittenTheSameAgain() throws Exception {
        TeamIndex index = new TeamIndex(
                "acme", List.of(entry(Bundles.jarOf(Driver.class)), entry(Bundles.jarOf(ImmutableList.class))));

        assertThat(TeamIndex.read("acme", index.bytes()).bytes()).isEqualTo(index.bytes());
    }

    @Test
    void theOrderOfPublishingLeavesNoTrace() throws Exception {
        IndexEntry one = entry(Bundles.bundle(folder, "acme.lib", "1.10.0"));
        IndexEntry other = entry(Bundles.bundle(folder, "acme.lib", "1.9.0"));

        TeamIndex index = new TeamIndex("acme", List.of(one)).with(List.of(other));

        assertThat(index).extracting(IndexEntry::version).containsExactly(new Version("1.9.0"), new Version("1.10.0"));
        assertThat(index.bytes())
                .isEqualTo(
                        new TeamIndex("acme", List.of(other)).with(List.of(one)).bytes());
    }

    @Test
    void whatOnlyBndUnderstandsIsLeftOut() throws Exception {
        IndexEntry guava = entry(Bundles.jarOf(ImmutableList.class));

        assertThat(namespaces(guava.capabilities()))
                .containsExactlyInAnyOrder(
                        "osgi.identity", "osgi.wiring.bundle", "osgi.wiring.host", "osgi.wiring.package");
        assertThat(namespaces(guava.requirements())).contains("osgi.wiring.package");
    }

    @Test
    void whatAResolverNeedsIsKeptWhateverItIsCalled() throws Exception {
        IndexEntry entry = entry(Bundles.bundle(
                folder,
                "acme.lib",
                "1.0.0",
                "Require-Capability: acme.licence;filter:=\"(acme.licence=gold)\","
                        + "acme.later;filter:=\"(a=1)\";effective:=active",
                "Provide-Capability: dovetail.feature;dovetail.feature=lib;title=Lib;effective:=active"));

        assertThat(namespaces(entry.requirements())).containsExactly("acme.licence");
        assertThat(namespaces(entry.capabilities())).contains("dovetail.feature");
    }

    @Test
    void textOfAllKindsComesThrough() throws Exception {
        Clause odd =
                new Clause("acme.text", Map.of("text", "a<b>&\"c\"\n\td", "list", List.of("a,b", "c\\d")), Map.of());
        IndexEntry lib = entry(Bundles.bundle(folder, "acme.lib", "1.0.0"));
        List<Clause> capabilities = new java.util.ArrayList<>(lib.capabilities());
        capabilities.add(odd);
        TeamIndex index = new TeamIndex(
                "acme", List.of(new IndexEntry("acme.lib", lib.version(), lib.sha256(), 1, capabilities, List.of())));

        assertThat(TeamIndex.read("acme", index.bytes()).iterator().next().capabilities())
                .contains(odd);
    }

    @Test
    void anIndexThatClientsCouldNotReadIsRefused() {
        Clause broken = new Clause("osgi.wiring.package", Map.of(), Map.of("filter", "(("));
        TeamIndex index = new TeamIndex(
                "acme",
                List.of(new IndexEntry(
                        "acme.lib", Version.emptyVersion, "00".repeat(32), 1, List.of(), List.of(broken))));

        assertThatThrownBy(() -> TeamIndex.read("acme", index.bytes()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("team acme");
        assertThatThrownBy(() -> TeamIndex.read("acme", new byte[] {1, 2, 3})).isInstanceOf(PublishException.class);
    }
}
