package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.osgi.resource.Resource;

/** Plans in few words, for tests. */
final class Planned {

    static final Resource PLATFORM = bundle("platform", "1.0.0")
            .exports("javafx.scene", "21.0.12")
            .exports("org.slf4j", "2.0.0")
            .platform();

    private Planned() {}

    static Installed there(IndexedBundle... bundles) {
        var features = new TreeMap<String, IndexedBundle>();
        for (var bundle : bundles) {
            bundle.capabilities("dovetail.feature")
                    .forEach(capability -> features.put(
                            String.valueOf(capability.getAttributes().get("dovetail.feature")), bundle));
        }
        return new Installed(List.of(PLATFORM), List.of(bundles), features);
    }

    /** What is there once a plan was carried out. */
    static Installed after(Plan plan) {
        var features = new TreeMap<String, IndexedBundle>();
        plan.features().forEach((id, feature) -> features.put(id, feature.bundle()));
        return new Installed(List.of(PLATFORM), plan.bundles(), features, plan.wires());
    }

    static Outcome outcome(Request request, Installed installed, Catalog catalog, Pins pins) {
        return new Planner(Clock.systemUTC()).plan(request, installed, catalog, pins, () -> false);
    }

    static Plan plan(Request request, Installed installed, Catalog catalog) {
        return plan(request, installed, catalog, Pins.NONE);
    }

    static Plan plan(Request request, Installed installed, Catalog catalog, Pins pins) {
        var outcome = outcome(request, installed, catalog, pins);
        assertThat(outcome).isInstanceOf(Plan.class);
        return (Plan) outcome;
    }

    static Refusal refusal(Request request, Installed installed, Catalog catalog) {
        var outcome = outcome(request, installed, catalog, Pins.NONE);
        assertThat(outcome).isInstanceOf(Refusal.class);
        return (Refusal) outcome;
    }

    static List<String> wires(Plan plan) {
        return plan.wires().stream()
                .map(wire -> wire.requirer() + " <- " + wire.name() + " <- " + wire.provider())
                .toList();
    }
}
