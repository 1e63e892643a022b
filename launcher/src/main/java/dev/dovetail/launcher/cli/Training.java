package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The part of a training run that no start has: it makes Java load what checking, verifying and installing need, so that
 * all of it comes from the class archive later. Nothing here decides anything.
 */
final class Training {

    private static final Set<String> OURS = Set.of("dovetail", "jackson", "picocli");
    private static final String CLASS = ".class";

    private Training() {}

    static void loadWhatVerbsNeed() throws IOException {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(jar).getFileName());
            if (OURS.stream().anyMatch(name::startsWith)) {
                names(jar).forEach(Training::load);
            }
        }
        askNobody();
        verifyNothing();
    }

    private static List<String> names(String jar) throws IOException {
        try (JarFile file = new JarFile(jar);
                Stream<String> names = file.stream().map(entry -> entry.getName())) {
            return names.filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
        }
    }

    private static void load(String name) {
        try {
            var unused = Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            System.getLogger(Training.class.getName())
                    .log(System.Logger.Level.DEBUG, name + " stays out of the archive", e);
        }
    }

    /** A request as all others, to a port where nobody listens. */
    private static void askNobody() {
        try (Network network = new Network()) {
            var unused = new Introduction(network.signed(), Clock.systemUTC())
                    .fingerprint(URI.create("http://127.0.0.1:1/"));
        } catch (RepositoryException expected) {
            System.getLogger(Training.class.getName()).log(System.Logger.Level.DEBUG, "Nobody answered", expected);
        }
    }

    private static void verifyNothing() throws IOException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
            signature.update(new byte[1]);
            var unused = signature.verify(new byte[64]);
        } catch (GeneralSecurityException e) {
            throw new IOException("Expected Ed25519 in this Java: " + e.getMessage(), e);
        }
    }
}
