package dev.dovetail.launcher.boot;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.failure.ApplyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;

/**
 * The OSGi framework with the bundles that come with the launcher. Its cache is made anew at each start: what runs is
 * decided by the lockfile and the store alone.
 */
public final class EmbeddedFramework implements AutoCloseable {

    private static final String SHELL = "dev.dovetail.shell";
    private static final long STOP_LIMIT_MILLIS = 8_000;

    private final Framework framework;
    private final List<Bundle> platform;
    private final Borders borders;

    private EmbeddedFramework(Framework framework, List<Bundle> platform, Borders borders) {
        this.framework = framework;
        this.platform = platform;
        this.borders = borders;
    }

    /**
     * Prepares the framework; no bundle is started yet. Bundles whose jars are on the class path are connected to it.
     *
     * @param home where its cache goes
     * @param bundles the directory with the embedded bundles
     * @return the framework
     * @throws ApplyException when it can't be prepared
     */
    public static EmbeddedFramework init(Home home, Path bundles) throws ApplyException {
        return init(home, bundles, Map.of());
    }

    /** With properties besides, for tests that ask for some; none of Dovetail's own gives way to them. */
    static EmbeddedFramework init(Home home, Path bundles, Map<String, String> besides) throws ApplyException {
        Map<String, String> configuration = new HashMap<>(besides);
        configuration.putAll(configuration(home));
        try {
            Map<String, Path> jars = jars(bundles);
            ConnectedBundles connected = ConnectedBundles.of(jars, System.getProperty("java.class.path"));
            Framework framework = new FrameworkFactory().newFramework(configuration, connected);
            framework.init();
            Borders borders = Borders.raise(framework.getBundleContext());
            List<Bundle> platform = install(framework.getBundleContext(), jars, connected);
            platform.forEach(borders::platform);
            return new EmbeddedFramework(framework, platform, borders);
        } catch (BundleException | IOException e) {
            throw new ApplyException(
                    "DT-START-002",
                    "The framework could not be started with the bundles in " + bundles + ": " + e.getMessage(),
                    "The installation is damaged; install Dovetail again.",
                    e);
        }
    }

    private static Map<String, String> configuration(Home home) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                home.framework().toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN,
                Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SystemPackages.extra(),
                "felix.log.level",
                "1",
                // What is wired at once is little: handing it to other threads takes longer than doing it.
                "felix.resolver.parallelism",
                "1",
                // The home is locked already.
                "felix.cache.locking",
                "false");
    }

    /** By location. Sorted, because the framework prefers the lower bundle id among equals. */
    private static Map<String, Path> jars(Path directory) throws IOException {
        Map<String, Path> jars = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
            files.forEach(file -> jars.put("platform:" + file.getFileName(), file));
        }
        return jars;
    }

    private static List<Bundle> install(BundleContext context, Map<String, Path> jars, ConnectedBundles connected)
            throws BundleException, IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            bundles.add(
                    connected.has(jar.getKey())
                            ? context.installBundle(jar.getKey())
                            : install(context, jar.getKey(), jar.getValue()));
        }
        return bundles;
    }

    private static Bundle install(BundleContext context, String location, Path jar)
            throws BundleException, IOException {
        try (InputStream bytes = Files.newInputStream(jar)) {
            return context.installBundle(location, bytes);
        }
    }

    /** @return the system bundle's context */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** @return what keeps features apart, from each other and from the platform */
    public Borders borders() {
        return borders;
    }

    /** @return the system bundle and the embedded bundles, for planning */
    public List<Resource> platform() {
        List<Resource> resources = new ArrayList<>();
        resources.add(framework.adapt(BundleRevision.class));
        platform.forEach(bundle -> resources.add(bundle.adapt(BundleRevision.class)));
        return resources;
    }

    /**
     * Starts the framework and wires the shell, which needs no window yet.
     *
     * @throws ApplyException when the framework doesn't start
     */
    public void wireShell() throws ApplyException {
        start(List.of());
        framework.adapt(FrameworkWiring.class).resolveBundles(shell());
    }

    /**
     * Starts the framework and, of its bundles, the shell alone.
     *
     * @throws ApplyException when the shell doesn't start
     */
    public void startShell() throws ApplyException {
        start(shell());
    }

    /**
     * Starts all other embedded bundles: what features need.
     *
     * @throws ApplyException when one doesn't start
     */
    public void startServices() throws ApplyException {
        start(platform.stream()
                .filter(bundle -> !SHELL.equals(bundle.getSymbolicName()))
                .toList());
    }

    private List<Bundle> shell() {
        return platform.stream()
                .filter(bundle -> SHELL.equals(bundle.getSymbolicName()))
                .toList();
    }

    private void start(List<Bundle> bundles) throws ApplyException {
        try {
            framework.start();
            for (Bundle bundle : bundles) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        } catch (BundleException e) {
            throw new ApplyException(
                    "DT-START-003",
                    "A part of Dovetail did not start: " + e.getMessage(),
                    "The installation is damaged; install Dovetail again.",
                    e);
        }
    }

    /**
     * Stops the shell, which saves what is open while the features behind it still run; then all other bundles, the last
     * started first; and waits for it within limits.
     */
    @Override
    public void close() {
        try {
            for (Bundle bundle : shell()) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
            framework.stop();
            framework.waitForStop(STOP_LIMIT_MILLIS);
        } catch (BundleException e) {
            System.getLogger(EmbeddedFramework.class.getName())
                    .log(System.Logger.Level.WARNING, "The framework did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
