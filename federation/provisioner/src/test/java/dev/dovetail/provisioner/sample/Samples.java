package dev.dovetail.provisioner.sample;

import dev.dovetail.federation.Contribution;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that many tests need. */
public final class Samples {

    public static final URI REPOSITORY = URI.create("http://localhost:8080/");

    /** The same feature, whose versions can't run at the same time. */
    public static LockedFeature exclusive(LockedFeature feature) {
        return new LockedFeature(
                feature.id(),
                feature.version(),
                feature.title(),
                feature.description(),
                feature.icon(),
                feature.vendor(),
                true,
                feature.repository(),
                feature.bundle(),
                feature.closure(),
                feature.contributions());
    }

    private Samples() {}

    public static Content content(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Content(HexFormat.of().formatHex(digest), bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void put(Store store, byte[] bytes) throws Exception {
        store.put(content(bytes), "test", new ByteArrayInputStream(bytes), count -> {});
    }

    public static void put(Store store, SampleBundle... bundles) throws Exception {
        for (SampleBundle bundle : bundles) {
            put(store, bundle.jar());
        }
    }

    /** A bundle that exists by name alone. */
    public static LockedBundle bundle(String name, String version) {
        byte[] bytes = (name + " " + version).getBytes(StandardCharsets.UTF_8);
        return new LockedBundle(name, version, content(bytes), REPOSITORY.resolve(name + ".jar"), REPOSITORY);
    }

    /** A feature whose bundle is the last of its closure. */
    public static LockedFeature feature(String id, LockedBundle... closure) {
        LockedBundle last = closure[closure.length - 1];
        return new LockedFeature(
                id,
                last.version(),
                "The " + id,
                "",
                "box",
                "",
                false,
                REPOSITORY,
                last.content().sha256(),
                Arrays.stream(closure).map(b -> b.content().sha256()).toList(),
                List.of(new Contribution.View(id + ".main", "The " + id, "box", 100)));
    }

    /** A lockfile of features, with exactly the bundles that they need. */
    public static Lockfile lockfile(long generation, List<LockedBundle> bundles, LockedFeature... features) {
        Set<String> needed = new LinkedHashSet<>();
        Arrays.stream(features).forEach(feature -> needed.addAll(feature.closure()));
        List<LockedBundle> kept = bundles.stream()
                .distinct()
                .filter(b -> needed.contains(b.content().sha256()))
                .toList();
        return new Lockfile(generation, kept, List.of(features));
    }
}
