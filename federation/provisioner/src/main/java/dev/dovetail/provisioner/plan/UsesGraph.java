package dev.dovetail.provisioner.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/**
 * Which packages come to be seen through which, by {@code uses}. Walked once for each bundle, so it is numbers: in a crowd
 * of bundles a walk passes millions of edges.
 */
final class UsesGraph {

    private final Function<Resource, ClassSpace> spaces;
    private final Map<Resource, Resource> hosts;
    private final List<ClassSpace.Source> nodes = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();
    private final List<Integer> names = new ArrayList<>();
    private final Map<Capability, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> packages = new HashMap<>();
    private int[] visited = new int[64];
    private int[] before = new int[64];
    private int walk;

    UsesGraph(Function<Resource, ClassSpace> spaces, Map<Resource, Resource> hosts) {
        this.spaces = spaces;
        this.hosts = hosts;
    }

    /** The first package that a bundle sees from elsewhere than where it gets it itself. */
    Optional<Clash> exposure(ClassSpace space) {
        walk++;
        var own = new HashMap<Integer, List<ClassSpace.Source>>();
        for (var name : space.visible()) {
            own.put(number(name), space.sources(name, hosts));
        }
        var queue = new ArrayDeque<Integer>();
        starts(space).forEach(start -> {
            var node = number(start);
            if (visit(node, -1)) {
                queue.add(node);
            }
        });
        while (!queue.isEmpty()) {
            int from = queue.remove();
            for (var to : edges(from)) {
                if (visited[to] == walk) {
                    continue;
                }
                if (isElsewhere(to, own)) {
                    return Optional.of(clash(space, from, to, own));
                }
                visit(to, from);
                queue.add(to);
            }
        }
        return Optional.empty();
    }

    private boolean visit(int node, int from) {
        if (visited[node] == walk) {
            return false;
        }
        visited[node] = walk;
        before[node] = from;
        return true;
    }

    private List<ClassSpace.Source> starts(ClassSpace space) {
        var starts = new ArrayList<ClassSpace.Source>();
        for (var choice : space.choices()) {
            var provider = choice.capability().getResource();
            starts.add(new ClassSpace.Source(
                    hosts.getOrDefault(provider, provider), choice.capability(), List.of(choice)));
        }
        // The resolver counts what comes with whole bundles even where an import hides it.
        starts.addAll(space.required());
        return starts;
    }

    private boolean isElsewhere(int node, Map<Integer, List<ClassSpace.Source>> own) {
        var mine = own.getOrDefault(names.get(node), List.of());
        return !mine.isEmpty()
                && mine.stream().noneMatch(source -> source.provider()
                        .equals(nodes.get(node).provider()));
    }

    private Clash clash(ClassSpace space, int from, int to, Map<Integer, List<ClassSpace.Source>> own) {
        var path = new ArrayDeque<List<Choice>>();
        for (int at = to, by = from; by >= 0; at = by, by = before[by]) {
            path.addFirst(step(by, at));
            if (before[by] < 0) {
                path.addFirst(start(space, by));
            }
        }
        return new Clash.Exposed(
                space.host(),
                ClassSpace.name(nodes.get(to).capability()),
                own.getOrDefault(names.get(to), List.of()).get(0).choices(),
                path.stream().flatMap(List::stream).distinct().toList());
    }

    private List<Choice> start(ClassSpace space, int node) {
        return starts(space).stream()
                .filter(source -> source.capability().equals(nodes.get(node).capability()))
                .findFirst()
                .map(ClassSpace.Source::choices)
                .orElse(List.of());
    }

    private List<Choice> step(int from, int to) {
        return used(nodes.get(from)).stream()
                .filter(source -> source.capability().equals(nodes.get(to).capability()))
                .findFirst()
                .map(ClassSpace.Source::choices)
                .orElse(List.of());
    }

    private List<ClassSpace.Source> used(ClassSpace.Source source) {
        var space = spaces.apply(source.provider());
        return Matching.uses(source.capability()).stream()
                .flatMap(name -> space.used(name, hosts).stream())
                .toList();
    }

    private int[] edges(int node) {
        if (edges.get(node).length == 0
                && nodes.get(node).capability().getDirectives().containsKey("uses")) {
            edges.set(
                    node,
                    used(nodes.get(node)).stream()
                            .mapToInt(this::number)
                            .distinct()
                            .toArray());
        }
        return edges.get(node);
    }

    private int number(ClassSpace.Source source) {
        return numbers.computeIfAbsent(source.capability(), capability -> {
            nodes.add(source);
            edges.add(new int[0]);
            names.add(number(ClassSpace.name(capability)));
            if (nodes.size() > visited.length) {
                visited = Arrays.copyOf(visited, visited.length * 2);
                before = Arrays.copyOf(before, before.length * 2);
            }
            return nodes.size() - 1;
        });
    }

    private int number(String packageName) {
        return packages.computeIfAbsent(packageName, name -> packages.size());
    }
}
