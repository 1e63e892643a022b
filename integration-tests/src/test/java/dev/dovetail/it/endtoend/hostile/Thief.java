package dev.dovetail.it.endtoend.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a bundle may do once it was let in: copies the file that its manifest names. */
public final class Thief implements BundleActivator {

    @Override
    public void start(BundleContext context) throws Exception {
        Path loot = Path.of(context.getBundle().getHeaders().get("X-Loot"));
        Files.copy(loot, loot.resolveSibling(loot.getFileName() + ".stolen"));
    }

    @Override
    public void stop(BundleContext context) {}
}
