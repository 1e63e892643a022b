package dev.dovetail.provisioner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.BytesChannel;
import dev.dovetail.provisioner.hostile.HostileJar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.cache.BundleCache;
import org.apache.felix.framework.util.manifestparser.ManifestParser;
import org.osgi.framework.BundleException;

/** What the gate admits, the framework reads as the gate did. It may refuse more than the framework, never less. */
class FrameworkAgreementTest {

    private static final Claims ANY = Claims.none(Grant.everything("team"), new Reserved(Set.of(), Set.of()));

    /** Pieces that header values are made of, and that parsers stumble over. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "b.c",
                ",",
                ";",
                ":=",
                "=",
                ":",
                "\"",
                "\\",
                " ",
                "version",
                "1.0",
                "\"[1,2)\"",
                "uses",
                "x",
                "resolution",
                "optional",
                "List<String>",
                "\u00e9",
                "javafx.scene",
                "\uffff",
                "mandatory");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 5_000)
    void exportsAreTheSameToBoth(@ForAll("values") String value) throws Exception {
        byte[] jar = HostileJar.bundle("team.sample", "1.0.0")
                .header("Export-Package", value)
                .good();
        if (new Gate().inspect(new BytesChannel(jar), ANY) instanceof Verdict.Admitted admitted) {
            exportsInFramework(value).ifPresent(exports -> assertThat(exports)
                    .isEqualTo(admitted.bundle().exports()));
        }
    }

    /** Empty if the framework refuses it too. */
    private static Optional<List<String>> exportsInFramework(String value) {
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "team.sample");
        headers.put("Export-Package", value);
        try {
            return Optional.of(new ManifestParser(new Logger(), new HashMap<>(), null, headers)
                    .getCapabilities().stream()
                            .filter(capability -> capability.getNamespace().equals("osgi.wiring.package"))
                            .map(capability ->
                                    String.valueOf(capability.getAttributes().get("osgi.wiring.package")))
                            .sorted()
                            .toList());
        } catch (BundleException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> manifests() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Export-Package",
                "X",
                ": ",
                ":",
                "\n",
                "\r\n",
                "\r",
                " ",
                "\n ",
                "\r\n ",
                "a",
                "javafx.scene",
                "\t",
                "\n\n",
                "Name: x",
                "\u00e9");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Property(tries = 5_000)
    void headersAreTheSameToAllReaders(@ForAll("manifests") String tail) throws Exception {
        byte[] manifest = ("Manifest-Version: 1.0\nBundle-SymbolicName: a\n" + tail).getBytes(StandardCharsets.UTF_8);
        ManifestHeaders ours;
        try {
            ours = ManifestHeaders.read(manifest, GateLimits.standard());
        } catch (JarFormException e) {
            return;
        }
        Map<String, Object> frameworks = BundleCache.getMainAttributes(
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new ByteArrayInputStream(manifest), (long)
                        manifest.length);
        assertThat(frameworks).isEqualTo(ours.headers());
    }

    @Property(tries = 500)
    void entriesAreTheSameFromFrontToBackAndByTheDirectory(@ForAll("values") String a, @ForAll("values") String b)
            throws Exception {
        byte[] jar = HostileJar.bundle("team.sample", "1.0.0")
                .file(a, new byte[] {1})
                .otherNameInside(b, b);
        if (new Gate().inspect(new BytesChannel(jar), ANY) instanceof Verdict.Admitted admitted) {
            int entries = 0;
            try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
                while (in.getNextEntry() != null) {
                    entries++;
                }
            }
            // The manifest comes first, and this reader keeps it for itself.
            assertThat(entries + 1).isEqualTo(admitted.bundle().entries());
        }
    }
}
