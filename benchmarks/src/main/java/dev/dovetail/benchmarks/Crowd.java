package dev.dovetail.benchmarks;

import dev.dovetail.federation.Contribution;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.store.Content;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Homes like another one, with more features that are installed and not open. Of these a start reads what the lockfile
 * says, and never their jars, which don't exist.
 */
final class Crowd {

    private static final URI NOWHERE = URI.create("http://localhost:1/");
    private static final String SESSION = """
            format=1
            theme=light
            selected=explorer.tables
            view.0.id=explorer.tables
            view.1.id=charts.board
            """;

    private Crowd() {}

    /**
     * @param home a home with two features
     * @param data where the other one goes
     * @param features how many features it has
     * @return where it is
     */
    static Path around(Path home, Path data, int features) throws IOException, ProvisioningException {
        Path copy = data.resolve("dovetail");
        copy(home, copy);
        Path session = Files.createDirectories(copy.resolve("data/dev.dovetail.shell"));
        Files.writeString(session.resolve("session.properties"), SESSION);
        Generations generations = Disk.at(copy).generations();
        Lockfile two = generations.current();
        List<LockedBundle> bundles = new ArrayList<>(two.bundles());
        List<LockedFeature> all = new ArrayList<>(two.features());
        for (int n = all.size(); n < features; n++) {
            LockedBundle bundle = bundle(n);
            bundles.add(bundle);
            all.add(feature(n, bundle));
        }
        generations.commit(new Lockfile(two.generation() + 1, bundles, all), generations.index(two));
        return data;
    }

    private static LockedBundle bundle(int n) {
        String digest = String.format(Locale.ROOT, "%064x", n + 1);
        return new LockedBundle(
                "team.resting" + n, "1.0.0", new Content(digest, 100_000), NOWHERE.resolve(n + ".jar"), NOWHERE);
    }

    private static LockedFeature feature(int n, LockedBundle bundle) {
        String digest = bundle.content().sha256();
        return new LockedFeature(
                "resting" + n,
                "1.0.0",
                "Resting " + n,
                "A feature that is installed and not open, number " + n + ".",
                "box",
                "A team",
                false,
                NOWHERE,
                digest,
                List.of(digest),
                List.of(new Contribution.View("resting" + n + ".view", "Resting " + n, "box", 100 + n)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
