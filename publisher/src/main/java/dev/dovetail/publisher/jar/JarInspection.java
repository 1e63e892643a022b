package dev.dovetail.publisher.jar;

import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.gate.Finding;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Inspected;
import dev.dovetail.provisioner.gate.Reserved;
import dev.dovetail.provisioner.gate.Verdict;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;

/**
 * Looks at jars that are about to be published, with the gate that stands before every installation: what nobody could
 * install is not published.
 */
public final class JarInspection {

    /** Names become folders on servers of all kinds: no part of them is empty. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_MANIFEST = 256 * 1024;

    private final Gate gate = new Gate();

    /**
     * Looks at a jar.
     *
     * @param file where it lies
     * @return what it is
     * @throws PublishException when it can't be read, is no bundle, or would be refused wherever it is installed
     */
    public BundleJar inspect(Path file) throws PublishException {
        if (!Files.isRegularFile(file)) {
            throw new PublishException(
                    "DT-PUBLISH-020", "Expected a jar, found no such file: " + file, "Give the path of a built jar.");
        }
        try {
            Manifest manifest = manifest(file);
            refuseOrdinary(file, manifest);
            Inspected inspected = admitted(file);
            refuseName(file, inspected.symbolicName());
            return new BundleJar(
                    file,
                    inspected.symbolicName(),
                    Version.parseVersion(inspected.version()),
                    Sha256.of(file),
                    Files.size(file),
                    inspected.unpackedSize(),
                    manifest);
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-021",
                    "Expected a jar, found something that can't be read as one: " + file + ": " + e.getMessage(),
                    "Build it again.",
                    e);
        }
    }

    private static Manifest manifest(Path file) throws IOException, PublishException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
            if (entry == null) {
                throw ordinary(file, "it has no manifest");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
                if (bytes.length > LARGEST_MANIFEST) {
                    throw new IOException("its manifest has more than " + LARGEST_MANIFEST + " bytes");
                }
                return new Manifest(new ByteArrayInputStream(bytes));
            }
        }
    }

    private static void refuseOrdinary(Path file, Manifest manifest) throws PublishException {
        if (manifest.getMainAttributes().getValue("Bundle-SymbolicName") == null) {
            throw ordinary(file, "its manifest has no Bundle-SymbolicName");
        }
        String form = manifest.getMainAttributes().getValue("Bundle-ManifestVersion");
        if (form == null || !form.strip().equals("2")) {
            throw ordinary(file, "its manifest has no Bundle-ManifestVersion: 2");
        }
    }

    private static PublishException ordinary(Path file, String why) {
        return new PublishException(
                "DT-PUBLISH-022",
                "Expected an OSGi bundle, found an ordinary jar: " + file + " (" + why + ")",
                "See whether the library has a release that is a bundle. Else make one: build your own jar with"
                        + " bnd-maven-plugin, or wrap another's with: bnd wrap --output NEW.jar " + file.getFileName());
    }

    /** Who may bring it is for each who installs it to say; what it is must do for everybody. */
    private Inspected admitted(Path file) throws IOException, PublishException {
        Claims claims = Claims.none(Grant.everything("the repository"), new Reserved(Set.of(), Set.of()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Verdict verdict = gate.inspect(channel, claims);
            if (verdict instanceof Verdict.Admitted admitted) {
                return admitted.bundle();
            }
            throw refused(file, ((Verdict.Refused) verdict).findings());
        }
    }

    private static PublishException refused(Path file, List<Finding> findings) {
        String sentences = findings.stream().map(Finding::message).collect(Collectors.joining(" "));
        return new PublishException(
                findings.get(0).code(),
                "Nobody could install " + file + ". " + sentences,
                findings.get(0).hint());
    }

    private static void refuseName(Path file, String name) throws PublishException {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new PublishException(
                    "DT-PUBLISH-023",
                    "Expected a Bundle-SymbolicName of ASCII letters, digits, _ and -, in parts joined by dots, "
                            + LONGEST_NAME + " characters at most; found \"" + name + "\" in " + file,
                    "Give the bundle such a name: it becomes the name of a folder on every kind of server.");
        }
    }
}
