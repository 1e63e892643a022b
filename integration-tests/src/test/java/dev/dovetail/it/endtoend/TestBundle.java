package dev.dovetail.it.endtoend;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A bundle that is made of the tests' own classes, as a team's build would make it.
 *
 * @param name its symbolic name
 * @param version its version
 * @param instructions what bnd is told
 */
record TestBundle(String name, String version, Map<String, String> instructions) {

    private static final String USUAL = "!org.jspecify.*,javafx.*;version=\"[21,26)\",*";

    /** A bundle that exports nothing. */
    static TestBundle of(String name, String version, String packageName) {
        return new TestBundle(
                name, version, Map.of(Constants.PRIVATEPACKAGE, packageName, Constants.IMPORT_PACKAGE, USUAL));
    }

    /** A bundle that exports its package in its own version. */
    static TestBundle library(String name, String version, String packageName) {
        return new TestBundle(
                name,
                version,
                Map.of(
                        Constants.EXPORT_PACKAGE,
                        packageName + ";version=" + version + ";-noimport:=true",
                        Constants.IMPORT_PACKAGE,
                        "!org.jspecify.*,*"));
    }

    TestBundle importing(String packageName, String range) {
        return telling(
                Constants.IMPORT_PACKAGE,
                packageName + ";version=\"" + range + "\"," + instructions.get(Constants.IMPORT_PACKAGE));
    }

    /** With a file that has this text. */
    TestBundle file(String path, String text) {
        return telling(Constants.INCLUDERESOURCE, path + ";literal='" + text + "'");
    }

    /** With a class that is run when the bundle is started. */
    TestBundle activator(String className) {
        return telling(Constants.BUNDLE_ACTIVATOR, className);
    }

    private TestBundle telling(String instruction, String value) {
        Map<String, String> more = new LinkedHashMap<>(instructions);
        more.put(instruction, value);
        return new TestBundle(name, version, more);
    }

    /** Makes it, with these libraries to compile against. */
    Path write(Path folder, Path... libraries) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(name);
            builder.setBundleVersion(version);
            builder.addClasspath(Stream.concat(
                            Stream.of(Checkout.testClasses(), Checkout.library("dovetail-api")), Stream.of(libraries))
                    .map(Path::toFile)
                    .toList());
            instructions.forEach(builder::setProperty);
            Jar jar = builder.build();
            List<String> said = Stream.concat(builder.getErrors().stream(), builder.getWarnings().stream())
                    .toList();
            if (!said.isEmpty()) {
                throw new IOException("The bundle can't be made: " + said);
            }
            Path file = folder.resolve(name + "-" + version + ".jar");
            jar.write(file.toFile());
            return file;
        }
    }
}
