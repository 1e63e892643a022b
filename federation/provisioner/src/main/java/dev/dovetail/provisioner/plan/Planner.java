package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.Version;

/**
 * Computes what a request changes. Reads and writes nothing; the same input gives the same outcome. Of several versions
 * that would do, the newest that fits is taken; the other features stay in the version that they have. Any number of
 * threads may use it at once.
 */
public final class Planner {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Clock clock;
    private final Duration limit;

    /** @param clock tells when planning takes too long, which is after 20 seconds */
    public Planner(Clock clock) {
        this(clock, LIMIT);
    }

    /**
     * @param clock tells when planning takes too long
     * @param limit how long it may take
     */
    public Planner(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Computes what a request changes.
     *
     * @param request what is asked for
     * @param installed what is there
     * @param catalog what is on offer
     * @return a plan, or why there is none
     */
    public Outcome plan(Request request, Installed installed, Catalog catalog) {
        if (request instanceof Request.Install install) {
            return install(install, installed, catalog);
        }
        return request instanceof Request.Update update
                ? update(update, installed, catalog)
                : remove(request, installed);
    }

    private Outcome install(Request.Install request, Installed installed, Catalog catalog) {
        var id = request.featureId();
        var present = Optional.ofNullable(installed.features().get(id));
        var current = present.map(IndexedBundle::version);
        if (current.isPresent() && request.range().includes(current.get())) {
            return new Refusal.AlreadyInstalled(id, current.get());
        }
        if (catalog.repositories().isEmpty()) {
            return new Refusal.NoRepository(id);
        }
        var offered = offered(id, catalog, bundle -> true);
        if (offered.isEmpty()) {
            return new Refusal.UnknownFeature(
                    id, catalog.features().stream().map(FeatureDescription::id).toList());
        }
        var fitting = offered.stream()
                .filter(bundle -> request.range().includes(bundle.version()))
                .filter(bundle -> current.map(version -> newer(bundle, version)).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            return new Refusal.NoSuchVersion(
                    id,
                    request.range().toString(),
                    offered.stream().map(IndexedBundle::version).toList());
        }
        return newestThatFits(request, fitting, installed, catalog);
    }

    private Outcome update(Request.Update request, Installed installed, Catalog catalog) {
        var id = request.featureId();
        var present = installed.features().get(id);
        if (present == null) {
            return new Refusal.NotInstalled(id);
        }
        if (catalog.repositories().isEmpty()) {
            return new Refusal.NoRepository(id);
        }
        // Another bundle under the same feature's id is another team's: an update never changes hands.
        var newer =
                offered(id, catalog, bundle -> bundle.bsn().equals(present.bsn()) && newer(bundle, present.version()));
        return newer.isEmpty()
                ? new Refusal.NothingNewer(id, present.version())
                : newestThatFits(request, newer, installed, catalog);
    }

    private Outcome remove(Request request, Installed installed) {
        var features = new HashMap<>(installed.features());
        if (features.remove(request.featureId()) == null) {
            return new Refusal.NotInstalled(request.featureId());
        }
        // What stays has all it needs: nothing on offer could help, and nothing is to be fetched.
        return outcome(request, features, installed, Catalog.of(List.of()), new Deadline(clock, limit));
    }

    private static List<IndexedBundle> offered(String featureId, Catalog catalog, Predicate<IndexedBundle> wanted) {
        return catalog.versions(featureId).stream()
                .map(FeatureDescription::bundle)
                .filter(wanted)
                .toList();
    }

    private static boolean newer(IndexedBundle bundle, Version version) {
        return bundle.version().compareTo(version) > 0;
    }

    /** Tries the newest first. When none fits, it is the newest's refusal that people want to read. */
    private Outcome newestThatFits(
            Request request, List<IndexedBundle> versions, Installed installed, Catalog catalog) {
        var deadline = new Deadline(clock, limit);
        var first = Optional.<Outcome>empty();
        for (var version : versions) {
            var features = new HashMap<>(installed.features());
            features.put(request.featureId(), present(version, installed));
            var outcome = outcome(request, features, installed, catalog, deadline);
            if (outcome instanceof Plan) {
                return outcome;
            }
            first = first.or(() -> Optional.of(outcome));
            if (deadline.passed()) {
                break;
            }
        }
        return first.orElseThrow();
    }

    /** The bundle may be there already because another feature needs it, and it can be there only once. */
    private static IndexedBundle present(IndexedBundle bundle, Installed installed) {
        return installed.bundles().stream()
                .filter(other -> other.toString().equals(bundle.toString()))
                .findFirst()
                .orElse(bundle);
    }

    private Outcome outcome(
            Request request,
            Map<String, IndexedBundle> features,
            Installed installed,
            Catalog catalog,
            Deadline deadline) {
        var goal = new Goal(request.featureId(), features, List.of());
        var solution = new Solver(installed, catalog, deadline, "no answer after " + limit.toSeconds() + " seconds")
                .solve(goal);
        return solution instanceof Solution.Wired wired
                ? plan(request, goal, installed, new Arrangement(wired))
                : ((Solution.Impossible) solution).refusal();
    }

    private static Plan plan(Request request, Goal goal, Installed installed, Arrangement arrangement) {
        var bundles = arrangement.all();
        var present = new HashSet<>(installed.bundles());
        var wanted = new HashSet<>(bundles);
        var features = new HashMap<String, PlannedFeature>();
        goal.features()
                .forEach((id, bundle) -> features.put(id, new PlannedFeature(id, bundle, arrangement.closure(bundle))));
        return new Plan(
                request,
                bundles.stream().filter(bundle -> !present.contains(bundle)).toList(),
                reversed(installed.bundles().stream()
                        .filter(bundle -> !wanted.contains(bundle))
                        .toList()),
                bundles,
                features,
                arrangement.wires());
    }

    private static List<IndexedBundle> reversed(List<IndexedBundle> bundles) {
        var reversed = new ArrayList<>(bundles);
        Collections.reverse(reversed);
        return reversed;
    }
}
