package dev.dovetail.provisioner;

import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.health.HealthFile;
import dev.dovetail.provisioner.health.HeldUpFile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Path;

/**
 * What a home directory holds of features.
 *
 * @param profile what the person wants
 * @param generations what is installed
 * @param store the bundles' bytes
 * @param repositories where what the repositories said is kept
 * @param health how well things fare
 * @param heldUp which feature holds up the window
 */
public record Disk(
        ProfileFile profile,
        Generations generations,
        Store store,
        Path repositories,
        HealthFile health,
        HeldUpFile heldUp) {

    /**
     * @param home the home directory
     * @return its parts
     */
    public static Disk at(Path home) {
        return new Disk(
                new ProfileFile(home),
                new Generations(home),
                new Store(home.resolve("store")),
                home.resolve("repositories"),
                new HealthFile(home),
                new HeldUpFile(home));
    }
}
