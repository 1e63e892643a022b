package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.store.Content;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringInWordsTest {

    private static final URI TEAM = URI.create("http://localhost:8080/");

    private final LockedBundle lib = bundle("lib", "1.0.0", "1");
    private final LockedBundle newer = bundle("lib", "1.1.0", "2");
    private final LockedBundle api = bundle("api", "1.0.0", "3");
    private final LockedBundle charts = bundle("charts", "1.0.0", "4");
    private final LockedBundle maps = bundle("maps", "1.0.0", "5");
    private final LockedBundle unknown = bundle("unknown", "1.0.0", "6");
    private final Lockfile lockfile = new Lockfile(
            7,
            List.of(lib, newer, api, charts, maps, unknown),
            List.of(feature("charts", lib, api, charts), feature("maps", newer, api, maps)),
            Map.of(
                    sha256(lib), LockedWiring.of(List.of()),
                    sha256(newer), LockedWiring.of(List.of()),
                    sha256(api), LockedWiring.of(List.of(new LockedWire("osgi.ee", "JavaSE", "org.felix"))),
                    sha256(charts), LockedWiring.of(List.of(wire("lib", lib), wire("api", api), wire("own", api))),
                    sha256(maps), LockedWiring.of(List.of(wire("lib", newer), wire("api", api)))));

    private static LockedBundle bundle(String name, String version, String digit) {
        return new LockedBundle(name, version, new Content(digit.repeat(64), 10), TEAM, TEAM);
    }

    private static LockedFeature feature(String id, LockedBundle... closure) {
        List<String> digests =
                Arrays.stream(closure).map(WiringInWordsTest::sha256).toList();
        return new LockedFeature(
                id, "1.0.0", id, "", "box", "", false, TEAM, digests.get(digests.size() - 1), digests, List.of());
    }

    private static LockedWire wire(String name, LockedBundle provider) {
        return new LockedWire("osgi.wiring.package", name, sha256(provider));
    }

    private static String sha256(LockedBundle bundle) {
        return bundle.content().sha256();
    }

    @Test
    void eachBundleAndEachPackageHasItsLine() {
        assertThat(String.join("\n", new WiringInWords(lockfile).lines())).isEqualTo("""
                Wires       lib 1.0.0
                Wires       lib 1.1.0
                Wires       api 1.0.0
                            from org.felix: JavaSE
                Wires       charts 1.0.0
                            from lib 1.0.0: lib
                            from api 1.0.0: api, own
                Wires       maps 1.0.0
                            from lib 1.1.0: lib
                            from api 1.0.0: api
                Wires       unknown 1.0.0: not recorded; the framework chooses
                Package     api is shared: api 1.0.0 for charts, maps
                Package     lib is duplicated: lib 1.0.0 for charts; lib 1.1.0 for maps
                Package     own is private: api 1.0.0 for charts""");
    }

    @Test
    void aFeatureIsToldOfItsOwnPackages() {
        assertThat(new WiringInWords(lockfile).packages("maps"))
                .containsExactly(
                        "api is shared: api 1.0.0 for charts, maps",
                        "lib is duplicated: lib 1.0.0 for charts; lib 1.1.0 for maps");
    }

    @Test
    void theFactsSayTheSame() {
        assertThat(Facts.object(new WiringFacts(lockfile)::write).replaceAll("\\s+", ""))
                .contains("{\"bundle\":\"unknown1.0.0\",\"recorded\":false,\"gets\":[]}")
                .contains("{\"namespace\":\"osgi.ee\",\"name\":\"JavaSE\",\"from\":\"org.felix\",\"platform\":true}")
                .contains("{\"name\":\"lib\",\"sharing\":\"duplicated\",\"providers\":[{\"bundle\":\"lib1.0.0\","
                        + "\"features\":[\"charts\"]},{\"bundle\":\"lib1.1.0\",\"features\":[\"maps\"]}]}")
                .contains("\"sharing\":\"shared\"", "\"sharing\":\"private\"");
    }
}
