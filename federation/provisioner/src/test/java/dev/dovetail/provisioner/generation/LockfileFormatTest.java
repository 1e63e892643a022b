package dev.dovetail.provisioner.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.dovetail.federation.Contribution;
import dev.dovetail.provisioner.sample.Documents;
import dev.dovetail.provisioner.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockfileFormatTest {

    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z0-9]+)\" : ");

    private static String documented() {
        return Documents.example("lockfile.md");
    }

    private static void refused(String json, String reason) {
        assertThatIOException()
                .isThrownBy(() -> LockfileFormat.read(json.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(reason);
    }

    @Test
    void theDocumentedExampleIsWhatIsReadAndWrittenByteForByte() throws Exception {
        byte[] bytes = documented().getBytes(StandardCharsets.UTF_8);
        Lockfile lockfile = LockfileFormat.read(bytes);
        assertThat(lockfile.generation()).isEqualTo(3);
        LockedFeature charts = lockfile.feature("charts").orElseThrow();
        assertThat(charts.title()).isEqualTo("Charts");
        assertThat(charts.vendor()).isEqualTo("Team Charts");
        assertThat(lockfile.closure(charts))
                .extracting(LockedBundle::name)
                .containsExactly("team.charts.api 1.2.0", "team.charts 2.0.0");
        assertThat(charts.contributions())
                .containsExactly(
                        new Contribution.View("charts.board", "Chart board", "bar-chart-2", 20),
                        new Contribution.Command("charts.export", "Export chart", "download"));
        assertThat(new String(LockfileFormat.write(lockfile), StandardCharsets.UTF_8))
                .isEqualTo(documented());
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("lockfiles") Lockfile lockfile) throws Exception {
        assertThat(LockfileFormat.read(LockfileFormat.write(lockfile))).isEqualTo(lockfile);
    }

    @Property(tries = 200)
    void aTruncatedFileIsRefused(@ForAll("lockfiles") Lockfile lockfile, @ForAll int place) {
        byte[] whole = LockfileFormat.write(lockfile);
        byte[] part = Arrays.copyOf(whole, Math.floorMod(place, whole.length));
        assertThatIOException().isThrownBy(() -> LockfileFormat.read(part));
    }

    @Provide
    Arbitrary<Lockfile> lockfiles() {
        Arbitrary<List<LockedBundle>> bundles = Arbitraries.integers()
                .between(0, 30)
                .set()
                .ofMaxSize(12)
                .map(numbers -> numbers.stream()
                        .map(n -> Samples.bundle("b" + n, n + ".0.1"))
                        .toList());
        return Combinators.combine(bundles, Arbitraries.longs().greaterOrEqual(0), Arbitraries.randoms())
                .as((all, generation, random) -> {
                    List<LockedFeature> features = new ArrayList<>();
                    for (int i = 0; i < Math.min(3, all.size()); i++) {
                        List<LockedBundle> shuffled = new ArrayList<>(all);
                        java.util.Collections.shuffle(shuffled, random);
                        features.add(named(
                                "f" + i, random.nextInt(), shuffled.subList(0, 1 + random.nextInt(shuffled.size()))));
                    }
                    return new Lockfile(generation, all, features, wires(all, random));
                });
    }

    private static Map<String, LockedWiring> wires(List<LockedBundle> bundles, Random random) {
        Map<String, LockedWiring> wires = new HashMap<>();
        for (LockedBundle bundle : bundles) {
            List<LockedWire> all = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                LockedBundle other = bundles.get(random.nextInt(bundles.size()));
                String provider = random.nextBoolean() ? other.content().sha256() : "platform" + n;
                all.add(new LockedWire(n % 2 == 0 ? "osgi.ee" : "osgi.wiring.package", "n\"" + n, provider));
            }
            if (random.nextInt(4) > 0) {
                wires.put(bundle.content().sha256(), LockedWiring.of(all));
            }
        }
        return wires;
    }

    private static LockedFeature named(String id, int seed, List<LockedBundle> closure) {
        LockedBundle bundle = closure.get(closure.size() - 1);
        List<Contribution> contributions = seed % 2 == 0
                ? List.of()
                : List.of(
                        new Contribution.View(
                                id + ".v", "\"\\ \u0000\u00e4\ud83d\ude00" + seed, "box", seed, id + "/r" + seed % 2),
                        new Contribution.Command(id + ".c", "", "terminal"));
        return new LockedFeature(
                id,
                bundle.version(),
                "t\n" + seed,
                "",
                "box",
                "v" + seed,
                seed % 2 == 1,
                Samples.REPOSITORY,
                bundle.content().sha256(),
                closure.stream().map(b -> b.content().sha256()).toList(),
                contributions);
    }

    /** Every member of the documented example, by the place where it begins. */
    static Stream<Integer> members() {
        int wires = documented().indexOf("\"wires\"");
        return MEMBER.matcher(documented())
                .results()
                .map(java.util.regex.MatchResult::start)
                .filter(start -> start < wires);
    }

    /** Those of the wires, which the rest doesn't depend on. */
    static Stream<Integer> membersOfWires() {
        int wires = documented().indexOf("\"wires\"");
        return MEMBER.matcher(documented())
                .results()
                .map(java.util.regex.MatchResult::start)
                .filter(start -> start >= wires);
    }

    @Test
    void theExampleHasEveryMemberThereIs() {
        assertThat(new LinkedHashSet<>(MEMBER.matcher(documented())
                        .results()
                        .map(member -> member.group(1))
                        .toList()))
                .containsExactly(
                        "format",
                        "generation",
                        "bundles",
                        "symbolicName",
                        "version",
                        "sha256",
                        "size",
                        "url",
                        "repository",
                        "features",
                        "id",
                        "title",
                        "description",
                        "icon",
                        "vendor",
                        "bundle",
                        "closure",
                        "contributions",
                        "kind",
                        "order",
                        "wires",
                        "gets",
                        "namespace",
                        "from",
                        "names");
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMissingMemberIsNamed(int start) {
        Matcher member = MEMBER.matcher(documented());
        assertThat(member.find(start)).isTrue();
        String renamed =
                documented().substring(0, member.start(1)) + "x" + documented().substring(member.start(1));
        refused(renamed, "expected \"" + member.group(1) + "\" as a");
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberOfAnotherTypeIsNamed(int start) {
        Matcher member = MEMBER.matcher(documented());
        assertThat(member.find(start)).isTrue();
        String wrapped = documented().substring(0, member.end()) + "true, \"was\" : "
                + documented().substring(member.end());
        refused(wrapped, "expected \"" + member.group(1) + "\" as a");
    }

    @Test
    void unknownMembersArePassedOver() throws Exception {
        String more = documented()
                .replace("\"kind\"", "\"since\" : 5, \"kind\"")
                .replace("\"format\"", "\"by\" : {}, \"format\"");
        assertThat(LockfileFormat.read(more.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(LockfileFormat.read(documented().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherFormatIsRefused() {
        refused(documented().replace("\"format\" : 2", "\"format\" : 3"), "expected format 1 or 2, found 3");
    }

    @Test
    void theFirstFormatHasNoWires() throws Exception {
        int wires = documented().indexOf(",\n  \"wires\"");
        String first = documented().substring(0, wires).replace("\"format\" : 2", "\"format\" : 1") + "\n}";
        Lockfile lockfile = read(first);
        assertThat(lockfile.bundles()).isEqualTo(read(documented()).bundles());
        assertThat(lockfile.wires()).isEmpty();
        assertThat(lockfile.wiring("2".repeat(64))).isEqualTo(LockedWiring.UNKNOWN);
    }

    @Test
    void theWiresOfEachBundleAreRead() throws Exception {
        Lockfile lockfile = read(documented());
        assertThat(lockfile.wiring("1".repeat(64))).isEqualTo(LockedWiring.of(List.of()));
        assertThat(lockfile.wiring("2".repeat(64)))
                .isEqualTo(LockedWiring.of(List.of(
                        new LockedWire("osgi.wiring.package", "javafx.scene", "org.apache.felix.framework"),
                        new LockedWire("osgi.wiring.package", "javafx.scene.control", "org.apache.felix.framework"),
                        new LockedWire("osgi.wiring.package", "team.charts.api", "1".repeat(64)))));
    }

    private static Lockfile read(String json) throws Exception {
        return LockfileFormat.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void runsWithoutWires(String json) throws Exception {
        Lockfile lockfile = read(json);
        assertThat(lockfile.wires()).isEmpty();
        assertThat(lockfile.features()).isEqualTo(read(documented()).features());
        assertThat(lockfile.bundles()).isEqualTo(read(documented()).bundles());
    }

    @ParameterizedTest
    @MethodSource("membersOfWires")
    void wiresThatLackSomethingAreNotBelievedAndTheRestIs(int start) throws Exception {
        Matcher member = MEMBER.matcher(documented());
        assertThat(member.find(start)).isTrue();
        runsWithoutWires(
                documented().substring(0, member.start(1)) + "x" + documented().substring(member.start(1)));
    }

    @ParameterizedTest
    @MethodSource("membersOfWires")
    void wiresOfAnotherTypeAreNotBelievedAndTheRestIs(int start) throws Exception {
        Matcher member = MEMBER.matcher(documented());
        assertThat(member.find(start)).isTrue();
        runsWithoutWires(documented().substring(0, member.end()) + "true, \"was\" : "
                + documented().substring(member.end()));
    }

    @Test
    void wiresFromAndToBundlesThatAreNotThereAreNotBelieved() throws Exception {
        int wires = documented().indexOf("\"wires\"");
        String before = documented().substring(0, wires);
        String after = documented().substring(wires);
        runsWithoutWires(before + after.replace("\"from\" : \"1", "\"from\" : \"3"));
        runsWithoutWires(before + after.replace("\"bundle\" : \"1", "\"bundle\" : \"3"));
        runsWithoutWires(before + after.replace("1111111111111111", "2222222222222222"));
    }

    @Test
    void anInconsistentClosureIsRefused() {
        refused(documented().replace("\"sha256\" : \"1", "\"sha256\" : \"3"), "Expected every bundle of charts");
    }

    @Test
    void anUnknownKindOfContributionIsRefused() {
        refused(documented().replace("\"kind\" : \"view\"", "\"kind\" : \"menu\""), "found: menu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\" : -1", "\"size\" : 1.5", "\"size\" : 99999999999999999999999"})
    void aSizeIsAWholeNumberOfBytes(String size) {
        refused(documented().replaceFirst("\"size\" : [0-9]+", size), "");
    }

    @Test
    void anAddressHasTheFormOfOne() {
        refused(documented().replaceFirst("\"url\" : \"http://", "\"url\" : \"ht tp://"), "ht tp");
    }

    @Test
    void anOrderIsASmallNumber() {
        refused(documented().replace("\"order\" : 20", "\"order\" : 20000000000"), "expected \"order\"");
    }

    @Test
    void aDigestHasTheFormOfOne() {
        refused(documented().replaceFirst("\"sha256\" : \"1", "\"sha256\" : \"X"), "64 lower-case");
    }
}
