package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.osgi.framework.Version;

/** Answers requests: chooses the versions of features that may be tried, newest first, and tries them. */
final class Wishes {

    private final Installed installed;
    private final Catalog catalog;
    private final Pins pins;
    private final Drafts drafts;
    private final Deadline deadline;

    Wishes(Installed installed, Catalog catalog, Pins pins, Drafts drafts, Deadline deadline) {
        this.installed = installed;
        this.catalog = catalog;
        this.pins = pins;
        this.drafts = drafts;
        this.deadline = deadline;
    }

    Outcome answer(Request request) {
        if (request instanceof Request.Install install) {
            return install(install);
        }
        if (request instanceof Request.Update update) {
            return update(update);
        }
        return request instanceof Request.UpdateAll ? updateAll() : remove(request.featureId());
    }

    private Outcome install(Request.Install request) {
        var id = request.featureId();
        var current = Optional.ofNullable(installed.features().get(id)).map(IndexedBundle::version);
        if (current.isPresent() && request.range().includes(current.get())) {
            return new Refusal.AlreadyInstalled(id, current.get());
        }
        if (catalog.repositories().isEmpty()) {
            return new Refusal.NoRepository(id);
        }
        var offered = offered(id, bundle -> true);
        if (offered.isEmpty()) {
            return unknown(id);
        }
        var fitting = offered.stream()
                .filter(bundle -> request.range().includes(bundle.version()))
                .filter(bundle -> current.map(version -> newer(bundle, version)).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            return new Refusal.NoSuchVersion(id, request.range().toString(), versions(offered));
        }
        return newestThatFits(id, fitting);
    }

    private Refusal unknown(String id) {
        return new Refusal.UnknownFeature(
                id,
                catalog.features().stream().map(FeatureDescription::id).toList(),
                catalog.refused().stream()
                        .filter(entry -> entry.provides().stream()
                                .anyMatch(
                                        clause -> id.equals(clause.attributes().get("dovetail.feature"))))
                        .toList());
    }

    private Outcome update(Request.Update request) {
        var id = request.featureId();
        var present = installed.features().get(id);
        if (present == null) {
            return new Refusal.NotInstalled(id);
        }
        if (catalog.repositories().isEmpty()) {
            return new Refusal.NoRepository(id);
        }
        var newer = newer(id, present);
        return newer.isEmpty() ? new Refusal.NothingNewer(id, present.version()) : newestThatFits(id, newer);
    }

    /** All in their newest versions, or else one after the other, as many as go together. */
    private Outcome updateAll() {
        var newer = new TreeMap<String, List<IndexedBundle>>();
        var held = new TreeMap<String, Refusal>();
        installed.features().forEach((id, present) -> {
            var versions = newer(id, present);
            var admitted = admitted(id, versions);
            if (!admitted.isEmpty()) {
                newer.put(id, admitted);
            } else if (!versions.isEmpty()) {
                held.put(id, pinned(id, versions));
            }
        });
        var newest = new TreeMap<String, IndexedBundle>();
        newer.forEach((id, versions) -> newest.put(id, versions.get(0)));
        if (!newest.isEmpty() && drafts.with(newest) instanceof Plan plan) {
            return plan.holding(held);
        }
        return oneByOne(newer, held);
    }

    private Outcome oneByOne(Map<String, List<IndexedBundle>> newer, Map<String, Refusal> held) {
        var changes = new TreeMap<String, IndexedBundle>();
        var last = Optional.<Plan>empty();
        for (var entry : newer.entrySet()) {
            var outcome = first(entry.getKey(), entry.getValue(), changes);
            if (outcome instanceof Plan plan) {
                changes.put(
                        entry.getKey(),
                        Objects.requireNonNull(plan.features().get(entry.getKey()))
                                .bundle());
                last = Optional.of(plan);
            } else {
                held.put(entry.getKey(), (Refusal) outcome);
            }
        }
        if (deadline.passed() && last.isEmpty()) {
            return deadline.refusal("");
        }
        return last.<Outcome>map(plan -> plan.holding(held)).orElseGet(() -> new Refusal.UpToDate(held));
    }

    private Outcome remove(String id) {
        return installed.features().containsKey(id) ? drafts.without(id) : new Refusal.NotInstalled(id);
    }

    /** Another bundle under the same feature's id is another team's: an update never changes hands. */
    private List<IndexedBundle> newer(String id, IndexedBundle present) {
        return offered(id, bundle -> bundle.bsn().equals(present.bsn()) && newer(bundle, present.version()));
    }

    private List<IndexedBundle> offered(String featureId, Predicate<IndexedBundle> wanted) {
        return catalog.versions(featureId).stream()
                .map(FeatureDescription::bundle)
                .filter(wanted)
                .toList();
    }

    private static boolean newer(IndexedBundle bundle, Version version) {
        return bundle.version().compareTo(version) > 0;
    }

    private List<IndexedBundle> admitted(String id, List<IndexedBundle> versions) {
        return versions.stream()
                .filter(bundle -> pins.admit(id, bundle.version()))
                .toList();
    }

    private Refusal pinned(String id, List<IndexedBundle> versions) {
        return new Refusal.Pinned(id, pins.of(id).map(Object::toString).orElse(""), versions(versions));
    }

    private static List<Version> versions(List<IndexedBundle> bundles) {
        return bundles.stream().map(IndexedBundle::version).toList();
    }

    private Outcome newestThatFits(String id, List<IndexedBundle> versions) {
        var admitted = admitted(id, versions);
        return admitted.isEmpty() ? pinned(id, versions) : first(id, admitted, Map.of());
    }

    /** Tries the newest first. When none fits, it is the newest's refusal that people want to read. */
    private Outcome first(String id, List<IndexedBundle> versions, Map<String, IndexedBundle> besides) {
        var first = Optional.<Outcome>empty();
        for (var version : versions) {
            var changes = new TreeMap<>(besides);
            changes.put(id, version);
            var outcome = drafts.with(changes);
            if (outcome instanceof Plan) {
                return outcome;
            }
            first = first.or(() -> Optional.of(outcome));
            if (deadline.passed()) {
                return deadline.refusal(id);
            }
        }
        return first.orElseThrow();
    }
}
