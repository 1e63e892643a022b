package dev.dovetail.benchmarks;

import dev.dovetail.api.FeatureView;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The same features in Felix as it comes, updated the way its documentation says: stop, update, refresh, start. Ends with the process. */
final class PlainFelix {

    private static final long GLANCE_NANOS = 200_000;
    private static final int GLANCES = 50_000;

    private final Framework framework;

    private PlainFelix(Framework framework) {
        this.framework = framework;
    }

    static PlainFelix start(Path cache, Path platform, Path repositories) throws BundleException, IOException {
        return start(cache, jars(platform, repositories));
    }

    /** Without any feature. */
    static PlainFelix bare(Path cache, Path platform) throws BundleException, IOException {
        return start(cache, jarsOf(platform));
    }

    private static PlainFelix start(Path cache, List<Path> jars) throws BundleException, IOException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        exported(),
                        "felix.log.level",
                        "1"));
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            try (InputStream bytes = Files.newInputStream(jar)) {
                bundles.add(framework
                        .getBundleContext()
                        .installBundle(jar.getFileName().toString(), bytes));
            }
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        return new PlainFelix(framework);
    }

    static String exported() throws IOException {
        try (InputStream in = EmbeddedFramework.class.getResourceAsStream("system-packages.txt")) {
            if (in == null) {
                throw new IOException("Expected system-packages.txt beside " + EmbeddedFramework.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.replace(" ", ";version="))
                            .collect(Collectors.joining(","))
                    + ",dev.dovetail.api;version=1.1.0";
        }
    }

    /** What Dovetail's platform brings besides its own bundles, and both features with all they need. */
    private static List<Path> jars(Path platform, Path repositories) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path folder : List.of(platform, repositories.resolve("explorer/bundles"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> !file.getFileName().toString().startsWith("dovetail-"))
                        .sorted()
                        .forEach(jars::add);
            }
        }
        jars.add(repositories.resolve("charts/bundles/team.charts.feature-1.0.0.jar"));
        return jars;
    }

    /** What Dovetail's platform brings besides its own bundles. */
    static List<Path> jarsOf(Path platform) throws IOException {
        try (Stream<Path> files = Files.list(platform)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("dovetail-"))
                    .sorted()
                    .toList();
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle bundle(String symbolicName) {
        return Stream.of(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** From these addresses, in this order. */
    List<Bundle> install(List<URI> addresses) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (URI address : addresses) {
            installed.add(context().installBundle(address.toString()));
        }
        for (Bundle bundle : installed) {
            bundle.start(Bundle.START_TRANSIENT);
        }
        return installed;
    }

    void uninstall(List<Bundle> bundles) throws BundleException, InterruptedException {
        for (Bundle bundle : bundles) {
            bundle.uninstall();
        }
        refresh(bundles);
    }

    /** In place. The bundle's views have been closed. */
    void update(Bundle bundle, byte[] jar) throws BundleException, InterruptedException {
        update(bundle, new ByteArrayInputStream(jar));
    }

    /** The same from an address. */
    void update(Bundle bundle, URI address) throws BundleException, InterruptedException, IOException {
        try (InputStream jar = address.toURL().openStream()) {
            update(bundle, jar);
        }
    }

    private void update(Bundle bundle, InputStream jar) throws BundleException, InterruptedException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update(jar);
        refresh(List.of(bundle));
        bundle.start(Bundle.START_TRANSIENT);
    }

    private void refresh(List<Bundle> bundles) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        refreshed.await();
    }

    /** A new view, as soon as its component is there. */
    FeatureView view(String viewId) throws InterruptedException {
        for (int glance = 0; glance < GLANCES; glance++) {
            for (ServiceReference<FeatureView> reference : references(viewId)) {
                ServiceObjects<FeatureView> services = context().getServiceObjects(reference);
                FeatureView view = services == null ? null : services.getService();
                if (view != null) {
                    return view;
                }
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        throw new IllegalStateException("Expected a view " + viewId);
    }

    private List<ServiceReference<FeatureView>> references(String viewId) {
        try {
            return List.copyOf(context().getServiceReferences(FeatureView.class, "(dovetail.view.id=" + viewId + ")"));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A view's name needs no escaping", e);
        }
    }
}
