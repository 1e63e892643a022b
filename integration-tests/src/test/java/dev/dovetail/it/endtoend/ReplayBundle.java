package dev.dovetail.it.endtoend;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import acme.replay.ReplayView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the bundle of the feature that is replaced again and again. */
final class ReplayBundle {

    static final String NAME = "acme.replay.feature";

    private final Path first;

    /** @param folder where its jars go */
    ReplayBundle(Path folder) throws Exception {
        first = folder.resolve(NAME + "-1.0.0.jar");
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(NAME);
            builder.setBundleVersion("1.0.0");
            builder.addClasspath(List.of(
                    Checkout.testClasses().toFile(),
                    Checkout.library("dovetail-api").toFile()));
            builder.setProperty(Constants.PRIVATEPACKAGE, ReplayView.class.getPackageName());
            builder.setProperty(Constants.IMPORT_PACKAGE, "!org.jspecify.*,javafx.*;version=\"[21,26)\",*");
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IOException("The bundle can't be made: " + builder.getErrors() + builder.getWarnings());
            }
            jar.write(first.toFile());
        }
    }

    Path first() {
        return first;
    }

    Path jar(String version) throws IOException {
        Path jar = first.resolveSibling(NAME + "-" + version + ".jar");
        return Files.write(jar, ChartsReleases.rewritten(first, version));
    }
}
