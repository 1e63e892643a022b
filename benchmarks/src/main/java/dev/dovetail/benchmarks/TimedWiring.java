package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.apply.Admission;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.apply.FrameworkBundles;
import dev.dovetail.provisioner.apply.Retirements;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * Puts six hundred bundles, a hundred of which are there in two versions, into a framework and has them wired: held to
 * recorded wires, and as the framework likes. Says how many milliseconds each takes, in turns.
 */
public final class TimedWiring {

    private static final URI NOWHERE = URI.create("http://localhost:1/");
    private static final int NAMES = 500;
    private static final int SECOND = 5;
    private static final int IMPORTS = 20;
    private static final int WARM_UP = 2;

    private final Path folder;
    private final List<Step> held = new ArrayList<>();
    private final List<Step> free = new ArrayList<>();

    private TimedWiring(Path folder) throws IOException, ProvisioningException {
        this.folder = folder;
        Random random = new Random(600);
        List<LockedBundle> first = new ArrayList<>();
        List<LockedBundle> all = new ArrayList<>();
        for (int n = 0; n < NAMES; n++) {
            Set<Integer> needs = new TreeSet<>();
            for (int i = 0; i < IMPORTS && n > 0; i++) {
                needs.add(random.nextInt(n));
            }
            LockedBundle bundle = store(n, "1.0.0", needs);
            first.add(bundle);
            enter(bundle, needs, first, all);
            if (n % SECOND == 0) {
                enter(store(n, "1.1.0", needs), needs, first, all);
            }
        }
        held.add(new Step.Resolve(all));
        free.add(new Step.Resolve(all));
    }

    private void enter(LockedBundle bundle, Set<Integer> needs, List<LockedBundle> first, List<LockedBundle> all) {
        all.add(bundle);
        free.add(new Step.Install(bundle));
        held.add(new Step.Install(
                bundle,
                LockedWiring.of(needs.stream()
                        .map(need -> new LockedWire(
                                "osgi.wiring.package",
                                "p" + need,
                                first.get(need).content().sha256()))
                        .toList())));
    }

    private LockedBundle store(int n, String version, Set<Integer> needs) throws IOException, ProvisioningException {
        byte[] jar = jar(n, version, needs);
        Content content = new Content(digest(jar), jar.length);
        new Store(folder.resolve("store")).put(content, "benchmark", new ByteArrayInputStream(jar), count -> {});
        return new LockedBundle("crowd" + n, version, content, NOWHERE, NOWHERE);
    }

    private static byte[] jar(int n, String version, Set<Integer> needs) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "crowd" + n);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Export-Package", "p" + n + ";version=\"" + version + "\"");
        if (!needs.isEmpty()) {
            headers.putValue(
                    "Import-Package",
                    needs.stream()
                            .map(need -> "p" + need + ";version=\"[1,2)\"")
                            .collect(Collectors.joining(",")));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private double millis(List<Step> steps) throws BundleException, InterruptedException, ProvisioningException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        "felix.resolver.parallelism",
                        "1"));
        framework.start();
        try {
            Borders borders = Borders.raise(framework.getBundleContext());
            Applier applier = new Applier(
                    new FrameworkBundles(
                            framework.getBundleContext(),
                            new Store(folder.resolve("store")),
                            Duration.ofSeconds(10),
                            new Admission(new Gate(), Grants.unbounded(), borders::reserved),
                            borders,
                            new Retirements(Clock.systemUTC())),
                    new Generations(folder),
                    Optional::empty);
            long begin = System.nanoTime();
            applier.apply(steps);
            return (System.nanoTime() - begin) / 1e6;
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }

    /**
     * @param arguments a folder of its own, and how often to measure
     * @throws Exception when anything fails
     */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) throws Exception {
        TimedWiring wiring = new TimedWiring(Path.of(arguments[0]));
        for (int round = -WARM_UP; round < Integer.parseInt(arguments[1]); round++) {
            boolean heldFirst = round % 2 == 0;
            double one = wiring.millis(heldFirst ? wiring.held : wiring.free);
            double other = wiring.millis(heldFirst ? wiring.free : wiring.held);
            if (round >= 0) {
                System.out.println("held " + (heldFirst ? one : other));
                System.out.println("free " + (heldFirst ? other : one));
            }
        }
    }
}
