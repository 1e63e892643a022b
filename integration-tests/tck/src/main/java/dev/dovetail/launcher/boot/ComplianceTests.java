package dev.dovetail.launcher.boot;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.apply.Entrance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Runs the compliance tests of the OSGi Core specification in the framework that a start of Dovetail makes: its
 * properties, its exports, its connected bundles and its borders. The process ends when the tester has written its
 * report.
 *
 * <p>Beside the launcher, in its package, because nobody else may add to the framework's properties.
 */
public final class ComplianceTests {

    private static final String TESTER = "biz.aQute.tester";
    private static final String DIV = "org.osgi.test.cases.framework.div.";

    /** What the tests ask of whoever configures the framework: values to select native code by, and environments. */
    private static final Map<String, String> ASKED = Map.of(
            DIV + "tb12",
            "abc",
            DIV + "tb15",
            "abc",
            DIV + "tb16",
            "xyz",
            Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            String.join(
                    ",",
                    "osgi.ee;osgi.ee=testOSGiEE",
                    "osgi.ee;osgi.ee=AA/BB",
                    "osgi.ee;osgi.ee=CC-XX/DD-YY",
                    "osgi.ee;osgi.ee=EE/FF-YY;version:Version=2.0",
                    "osgi.ee;osgi.ee=GG-XX/HH;version:Version=1.0",
                    "osgi.ee;osgi.ee=II-1.0/JJ-2.0",
                    "osgi.ee;osgi.ee=div/tb7a"));

    private ComplianceTests() {}

    /**
     * Starts them. The suite and what it imports become part of the platform; so do the bundles that it installs while it
     * runs, or else those enter as one publisher's features.
     *
     * @param arguments the directory for the home, that of the embedded bundles, that of the tests' bundles; then {@code
     *     --features} for features
     * @throws Exception when they can't be started
     */
    public static void main(String[] arguments) throws Exception {
        EmbeddedFramework framework =
                EmbeddedFramework.init(new Home(Path.of(arguments[0])), Path.of(arguments[1]), ASKED);
        framework.wireShell();
        framework.startServices();
        Borders borders = framework.borders();
        List<Bundle> suite = install(framework.context(), Path.of(arguments[2]));
        suite.forEach(borders::platform);
        admit(
                framework.context(),
                List.of(arguments).contains("--features") ? Entrance.of(borders, "suite") : borders::platform);
        for (Bundle bundle : suite) {
            bundle.start();
        }
    }

    /**
     * The borders stay up and are asked each time. What they are against is a bundle that another bundle installs, which
     * the tests do all the time: it would be wired to nothing. So each is let in the moment it is installed.
     */
    private static void admit(BundleContext system, Consumer<Bundle> entrance) {
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.INSTALLED) {
                entrance.accept(event.getBundle());
            }
        };
        system.addBundleListener(listener);
    }

    /** The tester is the last: as soon as it starts, it looks for active bundles with tests. */
    private static List<Bundle> install(BundleContext system, Path directory) throws IOException, BundleException {
        List<Bundle> bundles = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "*.jar")) {
            for (Path jar : jars) {
                try (InputStream bytes = Files.newInputStream(jar)) {
                    Bundle bundle = system.installBundle(jar.toUri().toString(), bytes);
                    bundles.add(TESTER.equals(bundle.getSymbolicName()) ? bundles.size() : 0, bundle);
                }
            }
        }
        return bundles;
    }
}
