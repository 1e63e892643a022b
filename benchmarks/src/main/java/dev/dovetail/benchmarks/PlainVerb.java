package dev.dovetail.benchmarks;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** Felix as it comes, given addresses: installs and resolves, or updates in place. Says how much processor time all of it took. */
public final class PlainVerb {

    private PlainVerb() {}

    /**
     * @param arguments the cache, the platform's folder, and the addresses; or between these {@code update} and the address
     *     whose bundle is to be updated
     * @throws Exception when anything fails
     */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        arguments[0],
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        PlainFelix.exported(),
                        "felix.log.level",
                        "1"));
        framework.start();
        List<Bundle> bundles = arguments[2].equals("update")
                ? update(framework, arguments[3], arguments[4])
                : install(framework, Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length));
        if (!framework.adapt(FrameworkWiring.class).resolveBundles(bundles)) {
            throw new IllegalStateException("Expected all to resolve, found " + bundles);
        }
        framework.stop();
        framework.waitForStop(0);
        System.out.println(ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis());
    }

    private static List<Bundle> install(Framework framework, Path platform, List<String> addresses) throws Exception {
        for (Path jar : PlainFelix.jarsOf(platform)) {
            framework.getBundleContext().installBundle(jar.toUri().toString());
        }
        List<Bundle> bundles = new ArrayList<>();
        for (String address : addresses) {
            bundles.add(framework.getBundleContext().installBundle(address));
        }
        return bundles;
    }

    private static List<Bundle> update(Framework framework, String old, String address) throws Exception {
        Bundle bundle = framework.getBundleContext().getBundle(old);
        try (InputStream bytes = URI.create(address).toURL().openStream()) {
            bundle.update(bytes);
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        refreshed.await();
        return List.of(bundle);
    }
}
