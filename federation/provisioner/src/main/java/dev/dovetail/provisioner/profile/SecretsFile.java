package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.fetch.Secrets;
import dev.dovetail.provisioner.json.JsonTree;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets by name: environment variables, and after them what stands in {@code secrets.json} beside the profile, specified
 * in {@code docs/formats/profile.md}. Read anew each time, so that a new token needs no new start; never written.
 */
public final class SecretsFile implements Secrets {

    private static final Set<PosixFilePermission> FOR_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final Map<String, String> environment;

    /**
     * @param home the home directory
     * @param environment the environment variables
     */
    public SecretsFile(Path home, Map<String, String> environment) {
        this.path = home.resolve("secrets.json");
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> secret(String name) throws HomeException {
        String set = environment.getOrDefault(name, "");
        return set.isEmpty() ? kept(name) : Optional.of(set);
    }

    private Optional<String> kept(String name) throws HomeException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        boolean readable = false;
        try {
            requireOwnerOnly();
            JsonTree.Members json = JsonTree.read(Files.readAllBytes(path));
            JsonTree.Members secrets = json.member("secrets");
            readable = json.integer("format") == 1;
            if (readable) {
                return secrets.has(name) ? Optional.of(secrets.text(name)) : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            // Not even as a cause: what it says quotes what stands in the file.
            readable = false;
        }
        throw new HomeException(
                "DT-HOME-025",
                "Expected secrets of format 1 in " + path + ", found a file that can't be read as such.",
                "It is one JSON object: {\"format\": 1, \"secrets\": {\"NAME\": \"...\"}}.");
    }

    private void requireOwnerOnly() throws IOException, HomeException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        granted.addAll(Files.getPosixFilePermissions(path));
        granted.retainAll(FOR_OTHERS);
        if (!granted.isEmpty()) {
            throw new HomeException(
                    "DT-HOME-026",
                    "Expected a file of secrets that nobody else can read, found one that others can: " + path,
                    "Run: chmod 600 " + path + ". If others may have read it, have the secrets replaced.");
        }
    }
}
