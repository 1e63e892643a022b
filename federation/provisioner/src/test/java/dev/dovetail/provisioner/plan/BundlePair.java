package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.sample.SampleBundle;

/** A bundle twice: as an index describes it, and as a jar that a framework takes. */
final class BundlePair {

    private final BundleSketch sketch;
    private SampleBundle sample;

    BundlePair(String name, String version) {
        this(name, version, false);
    }

    BundlePair(String name, String version, boolean feature) {
        sketch = feature ? BundleSketch.feature(name, version) : BundleSketch.bundle(name, version);
        sample = SampleBundle.named(feature ? "acme." + name : name, version);
    }

    BundlePair exports(String name, String version) {
        sketch.exports(name, version);
        sample = sample.exporting(name, version);
        return this;
    }

    BundlePair imports(String name, String range) {
        sketch.imports(name, range);
        sample = sample.importing(name, range);
        return this;
    }

    BundlePair provides(String service) {
        ServiceSketch.provides(sketch, service);
        return this;
    }

    BundlePair uses(String service) {
        ServiceSketch.mayUse(sketch, service);
        return this;
    }

    IndexedBundle indexed() {
        return sketch.build();
    }

    byte[] jar() {
        return sample.jar();
    }
}
