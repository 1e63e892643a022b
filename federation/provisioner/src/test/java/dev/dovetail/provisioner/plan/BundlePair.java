package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.IndexedCapability;
import dev.dovetail.provisioner.catalog.IndexedRequirement;
import dev.dovetail.provisioner.sample.SampleBundle;

/** A bundle twice: as an index describes it, and as a jar that a framework takes. */
public final class BundlePair {

    private final BundleSketch sketch;
    private SampleBundle sample;

    public BundlePair(String name, String version) {
        this(name, version, false);
    }

    public BundlePair(String name, String version, boolean feature) {
        sketch = feature ? BundleSketch.feature(name, version) : BundleSketch.bundle(name, version);
        sample = SampleBundle.named(feature ? "acme." + name : name, version);
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
