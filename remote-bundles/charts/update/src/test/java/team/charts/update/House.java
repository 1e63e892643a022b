package team.charts.update;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework with Declarative Services, JavaFX and the two teams' APIs, and no shell. */
final class House implements AutoCloseable {

    private static final Pattern JAVAFX = Pattern.compile("(javafx\\.[a-z.]+)");
    private static final List<String> APIS = List.of(
            "dev.dovetail.api;version=1.1.0", "team.charts.api;version=1.0.0", "team.explorer.api;version=1.0.0");

    private final Framework framework;
    private final Path published;

    House(Path storage, Path runtime, Path published) throws IOException, BundleException {
        this.published = published;
        this.framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        storage.toString(),
                        "org.osgi.framework.bundle.parent",
                        "framework",
                        "org.osgi.framework.system.packages.extra",
                        packages()));
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(runtime, "*.jar")) {
            for (Path jar : jars) {
                bundles.add(
                        framework.getBundleContext().installBundle(jar.toUri().toString()));
            }
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    Framework framework() {
        return framework;
    }

    Bundle start(String version) throws BundleException {
        Path jar = published.resolve("team.charts.feature-%s.jar".formatted(version));
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
    }

    /** What the system bundle exports: all of JavaFX that the published bundles import. */
    private String packages() throws IOException {
        List<String> packages = new ArrayList<>(APIS);
        try (JarFile jar = new JarFile(
                        published.resolve("team.charts.feature-1.1.0.jar").toFile());
                JarFile old = new JarFile(
                        published.resolve("team.charts.feature-1.0.0.jar").toFile())) {
            String imports = jar.getManifest().getMainAttributes().getValue("Import-Package") + ","
                    + old.getManifest().getMainAttributes().getValue("Import-Package");
            Matcher matcher = JAVAFX.matcher(imports);
            while (matcher.find()) {
                packages.add(matcher.group(1) + ";version=21.0.12");
            }
        }
        return String.join(",", packages.stream().distinct().toList());
    }
}
