package dev.dovetail.it.endtoend;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import acme.words.WordsView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the bundle of a feature that needs a stranger's library. */
final class WordsBundle {

    private WordsBundle() {}

    static Path write(Path folder) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName("acme.words");
            builder.setBundleVersion("1.0.0");
            builder.addClasspath(List.of(
                    Checkout.testClasses().toFile(),
                    Checkout.library("dovetail-api").toFile(),
                    Checkout.library("guava").toFile()));
            builder.setProperty(Constants.PRIVATEPACKAGE, WordsView.class.getPackageName());
            builder.setProperty(Constants.IMPORT_PACKAGE, "!org.jspecify.*,javafx.*;version=\"[21,26)\",*");
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IOException("The bundle can't be made: " + builder.getErrors() + builder.getWarnings());
            }
            Path file = folder.resolve("acme.words.jar");
            jar.write(file.toFile());
            return file;
        }
    }
}
