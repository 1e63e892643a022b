package dev.dovetail.it.platform;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import dev.dovetail.it.platform.sample.SampleView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the bundle of the sample feature out of the classes of the tests. */
final class SampleBundle {

    static final String NAME = "dev.dovetail.it.sample";

    private SampleBundle() {}

    static Path write(Path folder, Path testClasses, Path api) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(NAME);
            builder.setBundleVersion("1.0.0");
            builder.addClasspath(List.of(testClasses.toFile(), api.toFile()));
            builder.setProperty(Constants.PRIVATEPACKAGE, SampleView.class.getPackageName());
            builder.setProperty(Constants.IMPORT_PACKAGE, "!org.jspecify.*,javafx.*;version=\"[21,26)\",*");
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IOException(
                        "The sample bundle can't be made: " + builder.getErrors() + builder.getWarnings());
            }
            Path file = Files.createDirectories(folder).resolve(NAME + ".jar");
            jar.write(file.toFile());
            return file;
        }
    }
}
