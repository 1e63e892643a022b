package dev.dovetail.launcher.boot;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Connects those embedded bundles that lie on the class path (Core 60, Connect): they are bundles as all others, with
 * their own headers and wires, but their classes come from the class path. So Java finds them in the class archive, with
 * their lambdas, and nothing is copied into the framework's cache. What isn't on the class path is not connected.
 */
final class ConnectedBundles implements ModuleConnector {

    private final Map<String, Path> jars;

    private ConnectedBundles(Map<String, Path> jars) {
        this.jars = jars;
    }

    /**
     * @param bundles jars by the locations they are installed under
     * @param classPath the class path of this process
     * @return connects those of the jars that are on the class path
     */
    static ConnectedBundles of(Map<String, Path> bundles, String classPath) {
        List<String> entries = List.of(classPath.split(File.pathSeparator, -1));
        Map<String, Path> jars = new HashMap<>(bundles);
        jars.values().removeIf(jar -> !entries.contains(jar.toString()));
        return new ConnectedBundles(jars);
    }

    /**
     * @param location where a bundle is to be installed from
     * @return whether its bytes are of no use, because its classes are there already
     */
    boolean has(String location) {
        return jars.containsKey(location);
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {}

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(jars.get(location)).map(jar -> () -> new ClassPathJar(jar));
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
