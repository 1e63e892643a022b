package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.IndexedCapability;
import dev.dovetail.provisioner.catalog.IndexedRequirement;
import dev.dovetail.provisioner.sample.SampleBundle;
import java.util.Map;
import org.osgi.framework.Version;

/** A bundle twice: as an index describes it, and as a jar that a framework takes. */
public final class BundlePair {

    private static final String PACKAGE = "osgi.wiring.package";

    private final BundleSketch sketch;
    private SampleBundle sample;

    public BundlePair(String name, String version) {
        this(name, version, false);
    }

    public BundlePair(String name, String version, boolean feature) {
        sketch = feature ? BundleSketch.feature(name, version) : BundleSketch.bundle(name, version);
        sample = SampleBundle.named(feature ? "acme." + name : name, version);
    }

    /** A bundle of which one version may be there. */
    public BundlePair singleton() {
        sketch.singleton();
        sample = sample.alone();
        return this;
    }

    public BundlePair exports(String name, String version) {
        sketch.exports(name, version);
        sample = sample.exporting(name, version);
        return this;
    }

    public BundlePair imports(String name, String range) {
        sketch.imports(name, range);
        sample = sample.importing(name, range);
        return this;
    }

    public BundlePair importsOptionally(String name, String range) {
        sketch.importsOptionally(name, range);
        sample = sample.importingSilently(name, range + "\";resolution:=\"optional");
        return this;
    }

    /** A package whose types show up in those of others. */
    public BundlePair exportsUsing(String name, String version, String used) {
        sketch.exports(name, version, Map.of("uses", used));
        sample = sample.header("Export-Package", name + ";version=\"" + version + "\";uses:=\"" + used + "\"");
        return this;
    }

    /** A package for those alone who ask for its scope. */
    public BundlePair exportsIn(String scope, String name, String version) {
        sketch.provides(
                PACKAGE,
                Map.of(PACKAGE, name, "version", Version.valueOf(version), "scope", scope),
                Map.of("mandatory", "scope"));
        sample = sample.header(
                "Export-Package", name + ";version=\"" + version + "\";scope=\"" + scope + "\";mandatory:=\"scope\"");
        return this;
    }

    public BundlePair importsFrom(String scope, String name, String range) {
        String filter = BundleSketch.filter(PACKAGE, name, "version", range);
        sketch.requires(PACKAGE, filter.substring(0, filter.length() - 1) + "(scope=" + scope + "))", Map.of());
        sample = sample.importingSilently(name, range + "\";scope=\"" + scope);
        return this;
    }

    public BundlePair requiresBundle(String name, String range) {
        sketch.requiresBundle(name, range);
        sample = sample.header("Require-Bundle", name + ";bundle-version=\"" + range + "\"");
        return this;
    }

    /** In another repository than the others. */
    public BundlePair elsewhere() {
        sketch.in(BundleSketch.OTHER);
        return this;
    }

    public BundlePair provides(String service) {
        ServiceSketch.provides(sketch, service);
        return this;
    }

    public BundlePair uses(String service) {
        ServiceSketch.mayUse(sketch, service);
        return this;
    }

    public IndexedBundle indexed() {
        IndexedBundle bundle = sketch.build();
        return new IndexedBundle(
                new IndexedBundle.Identity(bundle.bsn(), bundle.version(), sample.sha256()),
                sample.jar().length,
                bundle.url(),
                bundle.repository(),
                bundle.capabilities().stream().map(IndexedCapability::clause).toList(),
                bundle.requirements().stream().map(IndexedRequirement::clause).toList());
    }

    public byte[] jar() {
        return sample.jar();
    }
}
