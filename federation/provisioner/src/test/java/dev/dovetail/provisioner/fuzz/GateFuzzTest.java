package dev.dovetail.provisioner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Reserved;
import dev.dovetail.provisioner.gate.Verdict;
import dev.dovetail.provisioner.hostile.BytesChannel;
import dev.dovetail.provisioner.hostile.RawEntry;
import dev.dovetail.provisioner.hostile.RawZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.felix.framework.cache.BundleCache;
import org.apache.felix.framework.util.manifestparser.ManifestParser;

/** Whatever bytes arrive, the gate comes to a verdict; and what it admits, other readers read as it did. */
class GateFuzzTest {

    private static final Claims ANY =
            Claims.none(Grant.everything("team"), new Reserved(Set.of("platform.api"), Set.of()));

    private final Gate gate = new Gate();

    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void archive(byte[] jar) throws Exception {
        if (gate.inspect(new BytesChannel(jar), ANY) instanceof Verdict.Admitted admitted) {
            assertThat(entriesFromFrontToBack(jar)).isEqualTo(admitted.bundle().entries());
        }
    }

    private static int entriesFromFrontToBack(byte[] jar) throws IOException {
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            while (in.getNextEntry() != null) {
                entries++;
            }
        }
        return entries;
    }

    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void manifest(byte[] manifest) throws Exception {
        byte[] jar = new RawZip()
                .entry(RawEntry.stored("META-INF/MANIFEST.MF", manifest))
                .bytes();
        if (gate.inspect(new BytesChannel(jar), ANY) instanceof Verdict.Admitted admitted) {
            Map<String, Object> headers = BundleCache.getMainAttributes(
                    new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new ByteArrayInputStream(manifest), (long)
                            manifest.length);
            assertThat(symbolicName(headers)).isIn(admitted.bundle().symbolicName(), "");
        }
    }

    /** Empty if the framework refuses the bundle for a reason of its own. */
    private static String symbolicName(Map<String, Object> headers) throws Exception {
        try {
            return new ManifestParser(null, new TreeMap<>(), null, headers).getSymbolicName();
        } catch (org.osgi.framework.BundleException | RuntimeException e) {
            return "";
        }
    }
}
