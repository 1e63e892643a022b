package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Version;

/** Works out what one set of features would come to. */
final class Drafts {

    private final Request request;
    private final Installed installed;
    private final Catalog catalog;
    private final Deadline deadline;
    private final Present present;

    Drafts(Request request, Installed installed, Present present, Catalog catalog, Deadline deadline) {
        this.request = request;
        this.installed = installed;
        this.catalog = catalog;
        this.deadline = deadline;
        this.present = present;
    }

    static Present present(Installed installed, Deadline deadline) {
        return installed.features().isEmpty() ? Present.EMPTY : Present.of(installed, deadline);
    }

    /** The installed features that can run, and what they are replaced with, or joined by. */
    Goal goal(Map<String, IndexedBundle> changes) {
        var goal = new Goal(request.featureId(), present.working());
        for (var change : changes.entrySet()) {
            goal = goal.with(change.getKey(), there(change.getValue()));
        }
        return goal;
    }

    /** The bundle may be there already because another feature needs it, and it can be there only once. */
    private IndexedBundle there(IndexedBundle bundle) {
        return installed.bundles().stream()
                .filter(other -> other.toString().equals(bundle.toString()))
                .findFirst()
                .orElse(bundle);
    }

    Outcome with(Map<String, IndexedBundle> changes) {
        var goal = goal(changes);
        var solver = new Solver(installed, present, catalog, deadline);
        var solution = solver.solve(goal);
        if (!(solution instanceof Solution.Wired wired)) {
            return ((Solution.Impossible) solution).refusal();
        }
        var agreed = agreed(goal, wired, solver);
        var losses = losses(agreed);
        var stopped = losses.stream().filter(loss -> loss.mandatory()).toList();
        if (!stopped.isEmpty()) {
            return new Refusal.WouldStop(request.featureId(), version(goal), stopped);
        }
        return plan(goal, new Arrangement(agreed), losses, "");
    }

    private static Version version(Goal goal) {
        var requested = goal.features().get(goal.featureId());
        return requested == null ? Version.emptyVersion : requested.version();
    }

    /** What stays has all it needs: nothing on offer could help, and nothing is to be fetched. */
    Plan without(String featureId) {
        var goal = new Goal(featureId, present.working()).without(featureId);
        var solution = new Solver(installed, present, Catalog.of(List.of()), deadline).solve(goal);
        return solution instanceof Solution.Wired wired
                ? plan(goal, new Arrangement(wired), losses(wired), featureId)
                // No answer in time: then everybody keeps all that is there for them.
                : plan(new Goal(featureId, Map.of()), Arrangement.EMPTY, List.of(), featureId);
    }

    /**
     * Whoever talks to a service through an interface gets it from where the service has it, if it can. So a new version of
     * an API takes its users along.
     */
    private Solution.Wired agreed(Goal goal, Solution.Wired first, Solver solver) {
        var wanted = goal;
        var agreed = first;
        var tried = new HashSet<Goal.Forbidden>();
        var splits = Contracts.splits(first);
        for (var next = next(splits, tried); !next.isEmpty(); next = next(splits, tried)) {
            tried.add(next.get(0));
            var stricter = wanted.forbidding(next.get(0));
            if (!deadline.passed() && solver.solve(stricter) instanceof Solution.Wired wired) {
                var left = Contracts.splits(wired);
                if (left.size() < splits.size() || !tried.containsAll(behind(left))) {
                    wanted = stricter;
                    agreed = wired;
                    splits = left;
                }
            }
        }
        return agreed;
    }

    private static List<Goal.Forbidden> next(List<Contracts.Split> splits, Set<Goal.Forbidden> tried) {
        return behind(splits).stream()
                .filter(one -> !tried.contains(one))
                .limit(1)
                .toList();
    }

    private static List<Goal.Forbidden> behind(List<Contracts.Split> splits) {
        return splits.stream().flatMap(split -> split.behind().stream()).toList();
    }

    /** Services that installed bundles have now, and would not have. */
    private List<Loss> losses(Solution.Wired solution) {
        var losses = new LinkedHashSet<Loss>();
        for (var split : Contracts.splits(solution)) {
            if (installed.bundles().contains(split.user()) && present.knows(split.user()) && worksNow(split)) {
                losses.add(split.loss());
            }
        }
        return List.copyOf(losses);
    }

    private boolean worksNow(Contracts.Split split) {
        var name = Contracts.packageOf(split.service());
        var source = present.providers(split.user(), ClassSpace.PACKAGE, name);
        return installed.bundles().stream()
                .filter(bundle -> bundle.bsn().equals(split.provider().bsn()))
                .anyMatch(bundle -> source.contains(bundle)
                        || present.providers(bundle, ClassSpace.PACKAGE, name).equals(source));
    }

    private Plan plan(Goal goal, Arrangement arrangement, List<Loss> losses, String gone) {
        var features = new TreeMap<String, PlannedFeature>();
        goal.features()
                .forEach((id, bundle) -> features.put(id, new PlannedFeature(id, bundle, arrangement.closure(bundle))));
        var resting = resting(goal, gone);
        features.putAll(resting);
        var bundles = new LinkedHashSet<>(arrangement.all());
        resting.values().forEach(feature -> bundles.addAll(feature.closure()));
        var all = List.copyOf(bundles);
        var difference = new Difference(installed, present, all, features, arrangement.wires());
        var restarts = difference.restarts();
        return new Plan(
                request,
                difference.added(),
                difference.removed(),
                all,
                features,
                arrangement.wires(),
                difference.steps(restarts),
                restarts,
                losses,
                List.copyOf(resting.keySet()),
                Map.of());
    }

    private Map<String, PlannedFeature> resting(Goal goal, String gone) {
        var resting = new HashMap<String, PlannedFeature>();
        installed.features().forEach((id, bundle) -> {
            if (!goal.features().containsKey(id) && !id.equals(gone)) {
                resting.put(id, new PlannedFeature(id, bundle, closure(id, bundle)));
            }
        });
        return resting;
    }

    private List<IndexedBundle> closure(String id, IndexedBundle bundle) {
        var kept = present.resting().getOrDefault(id, present.closures().getOrDefault(id, List.of()));
        return kept.isEmpty() ? List.of(bundle) : kept;
    }
}
