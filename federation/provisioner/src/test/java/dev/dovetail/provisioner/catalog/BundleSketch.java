package dev.dovetail.provisioner.catalog;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Describes a bundle in a few words, for tests. */
public final class BundleSketch {

    public static final URI ACME = URI.create("https://acme.example/");
    public static final URI OTHER = URI.create("https://other.example/");

    private final String bsn;
    private final Version version;
    private final List<Clause> capabilities = new ArrayList<>();
    private final List<Clause> requirements = new ArrayList<>();
    private URI repository = ACME;
    private String salt = "";

    private BundleSketch(String bsn, String version) {
        this.bsn = bsn;
        this.version = Version.valueOf(version);
    }

    public static BundleSketch bundle(String bsn, String version) {
        var sketch = new BundleSketch(bsn, version);
        return sketch.provides(
                        "osgi.identity",
                        Map.of("osgi.identity", bsn, "version", sketch.version, "type", "osgi.bundle"),
                        Map.of())
                .provides(
                        "osgi.wiring.bundle",
                        Map.of("osgi.wiring.bundle", bsn, "bundle-version", sketch.version),
                        Map.of())
                .provides(
                        "osgi.wiring.host",
                        Map.of("osgi.wiring.host", bsn, "bundle-version", sketch.version),
                        Map.of());
    }

    public static BundleSketch feature(String id, String version) {
        return bundle("acme." + id, version)
                .provides("dovetail.feature", Map.of("dovetail.feature", id, "title", id), Map.of());
    }

    public BundleSketch singleton() {
        var identity = capabilities.remove(0);
        capabilities.add(0, new Clause(identity.namespace(), identity.attributes(), Map.of("singleton", "true")));
        return this;
    }

    public BundleSketch in(URI repository) {
        this.repository = repository;
        return this;
    }

    public BundleSketch salted(String salt) {
        this.salt = salt;
        return this;
    }

    public BundleSketch exports(String name, String version) {
        return exports(name, version, Map.of());
    }

    public BundleSketch exports(String name, String version, Map<String, String> directives) {
        return provides(
                "osgi.wiring.package",
                Map.of(
                        "osgi.wiring.package",
                        name,
                        "version",
                        Version.valueOf(version),
                        "bundle-symbolic-name",
                        bsn,
                        "bundle-version",
                        this.version),
                directives);
    }

    public BundleSketch provides(String namespace, Map<String, Object> attributes, Map<String, String> directives) {
        capabilities.add(new Clause(namespace, attributes, directives));
        return this;
    }

    public BundleSketch imports(String name, String range) {
        return requires("osgi.wiring.package", filter("osgi.wiring.package", name, "version", range), Map.of());
    }

    public BundleSketch importsOptionally(String name, String range) {
        return requires(
                "osgi.wiring.package",
                filter("osgi.wiring.package", name, "version", range),
                Map.of("resolution", "optional"));
    }

    public BundleSketch requiresBundle(String name, String range) {
        return requires("osgi.wiring.bundle", filter("osgi.wiring.bundle", name, "bundle-version", range), Map.of());
    }

    public BundleSketch requires(String namespace, String filter, Map<String, String> directives) {
        var all = new java.util.HashMap<>(directives);
        all.put("filter", filter);
        requirements.add(new Clause(namespace, Map.of(), all));
        return this;
    }

    public static String filter(String namespace, String name, String attribute, String range) {
        return "(&(" + namespace + "=" + name + ")" + new VersionRange(range).toFilterString(attribute) + ")";
    }

    public IndexedBundle build() {
        return new IndexedBundle(
                new IndexedBundle.Identity(bsn, version, digest(bsn + version + salt)),
                1000,
                repository.resolve("bundles/" + bsn.replace(' ', '_') + "-" + version + ".jar"),
                repository,
                capabilities,
                requirements);
    }

    public PlatformBundle platform() {
        return new PlatformBundle(bsn, version, capabilities, requirements);
    }

    public static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Catalog catalog(IndexedBundle... bundles) {
        return Catalog.of(List.of(new Index(ACME, List.of(bundles), List.of())));
    }
}
