package dev.dovetail.provisioner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class IndexWriterTest {

    @Property(tries = 300)
    void givesBackWhatWasWritten(@ForAll("bundles") @Size(max = 5) List<IndexedBundle> bundles) throws Exception {
        var distinct = bundles.stream()
                .collect(java.util.stream.Collectors.toMap(Object::toString, b -> b, (a, b) -> a))
                .values();

        var read = new IndexReader().readInstalled(new ByteArrayInputStream(write(List.copyOf(distinct))));

        assertThat(read).containsExactlyInAnyOrderElementsOf(distinct);
        for (var bundle : read) {
            var original = distinct.stream().filter(bundle::equals).findFirst().orElseThrow();
            assertThat(bundle.size()).isEqualTo(original.size());
            assertThat(bundle.url()).isEqualTo(original.url());
            assertThat(bundle.capabilities())
                    .extracting(IndexedCapability::clause)
                    .isEqualTo(original.capabilities().stream()
                            .map(IndexedCapability::clause)
                            .toList());
            assertThat(bundle.requirements())
                    .extracting(IndexedRequirement::clause)
                    .isEqualTo(original.requirements().stream()
                            .map(IndexedRequirement::clause)
                            .toList());
        }
    }

    @Property(tries = 50)
    void writesTheSameBytesInAnyOrder(@ForAll("bundles") List<IndexedBundle> bundles, @ForAll Random random)
            throws Exception {
        var distinct = bundles.stream().distinct().toList();
        var shuffled = new java.util.ArrayList<>(distinct);
        Collections.shuffle(shuffled, random);

        assertThat(write(shuffled)).isEqualTo(write(distinct));
    }

    @Property(tries = 1000)
    void aDamagedIndexIsReadOrRefusedButNeverBreaksTheReader(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll char character) throws Exception {
        var text = new StringBuilder(new String(write(List.of(sample())), StandardCharsets.UTF_8));
        text.setCharAt(place % text.length(), character);
        var damaged = text.toString().getBytes(StandardCharsets.UTF_8);

        try {
            new IndexReader().read(new ByteArrayInputStream(damaged), BundleSketch.ACME, BundleSketch.ACME);
        } catch (IndexException e) {
            assertThat(e).hasMessageStartingWith("Expected ");
        }
    }

    @Property(tries = 1000)
    void aDamagedByteIsReadOrRefusedButNeverBreaksTheReader(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) throws Exception {
        var damaged = write(List.of(sample()));
        damaged[place % damaged.length] = value;

        try {
            new IndexReader().read(new ByteArrayInputStream(damaged), BundleSketch.ACME, BundleSketch.ACME);
        } catch (IndexException e) {
            assertThat(e).hasMessageStartingWith("Expected ");
        }
    }

    @Property(tries = 200)
    void aTruncatedIndexIsRefused(@ForAll @IntRange(max = 1_000_000) int length) throws Exception {
        var whole = new String(write(List.of(sample())), StandardCharsets.UTF_8).strip();
        var part = whole.substring(0, length % whole.length()).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IndexException.class).isThrownBy(() -> new IndexReader()
                .read(new ByteArrayInputStream(part), BundleSketch.ACME, BundleSketch.ACME));
    }

    @Test
    void refusesAnInstalledSetWithADamagedEntry() throws Exception {
        var damaged = new String(write(List.of(sample())), StandardCharsets.UTF_8).replace("dovetail.repository", "x");

        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> new IndexReader()
                        .readInstalled(new ByteArrayInputStream(damaged.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("acme.charts 1.0.0");
    }

    @Test
    void keepsSeveralOrigins() throws Exception {
        var here = BundleSketch.bundle("a", "1").build();
        var there = BundleSketch.bundle("b", "1").in(BundleSketch.OTHER).build();

        var read = new IndexReader().readInstalled(new ByteArrayInputStream(write(List.of(there, here))));

        assertThat(read).extracting(IndexedBundle::repository).containsExactly(BundleSketch.ACME, BundleSketch.OTHER);
        assertThat(read.get(1).url()).isEqualTo(URI.create("https://other.example/bundles/b-1.0.0.jar"));
    }

    private static IndexedBundle sample() {
        return BundleSketch.feature("charts", "1.0.0")
                .exports("acme.charts.api", "1.0.0", Map.of("uses", "javafx.scene"))
                .provides(
                        "dovetail.view",
                        Map.of("dovetail.view", "charts.board", "title", "Board", "order", 5L),
                        Map.of())
                .provides("osgi.ee", Map.of("version", List.of(Version.valueOf("11"), Version.valueOf("17"))), Map.of())
                .imports("javafx.scene", "[21,26)")
                .build();
    }

    private static byte[] write(List<IndexedBundle> bundles) throws IOException {
        var out = new ByteArrayOutputStream();
        new IndexWriter().write(bundles, out);
        return out.toByteArray();
    }

    @Provide
    Arbitrary<List<IndexedBundle>> bundles() {
        var names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(12);
        return Combinators.combine(
                        names,
                        versions(),
                        clauses(false).list().ofMaxSize(3),
                        clauses(true).list().ofMaxSize(3))
                .as(IndexWriterTest::bundle)
                .list()
                .ofMaxSize(5);
    }

    private static IndexedBundle bundle(String bsn, Version version, List<Clause> provides, List<Clause> requires) {
        var sketch = BundleSketch.bundle(bsn, version.toString());
        provides.forEach(clause -> sketch.provides(clause.namespace(), clause.attributes(), clause.directives()));
        requires.forEach(clause -> sketch.requires(clause.namespace(), "(a=b)", clause.directives()));
        return sketch.build();
    }

    private static Arbitrary<Version> versions() {
        return Arbitraries.integers()
                .between(0, 99)
                .tuple3()
                .map(parts -> new Version(parts.get1(), parts.get2(), parts.get3()));
    }

    private static Arbitrary<Clause> clauses(boolean requirement) {
        var text = Arbitraries.strings()
                .ascii()
                .withChars("äΩ漢\n\t<>&\"'\\,")
                .ofMaxLength(10)
                .filter(IndexWriterTest::isXml);
        var name = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6).map(s -> "x." + s);
        var scalar = Arbitraries.<Object>oneOf(
                text.map(Object.class::cast),
                versions().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                text.filter(s -> !s.isEmpty()).list().ofMinSize(1).ofMaxSize(3).map(Object.class::cast),
                versions().list().ofMaxSize(3).map(Object.class::cast));
        return Combinators.combine(
                        name,
                        requirement
                                ? Arbitraries.just(Map.<String, Object>of())
                                : Arbitraries.maps(name, scalar).ofMaxSize(3),
                        Arbitraries.maps(name, text).ofMaxSize(3))
                .as(Clause::new);
    }

    private static boolean isXml(String text) {
        return text.chars().allMatch(c -> (c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t');
    }
}
