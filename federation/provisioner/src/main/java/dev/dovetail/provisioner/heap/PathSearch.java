package dev.dovetail.provisioner.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shortest ways from what is never collected to some objects, over all references that keep objects in memory: not
 * over weak ones, and over soft ones only when asked to.
 */
final class PathSearch {

    private static final int UNSEEN = -1;
    private static final int ROOT = -2;
    private static final String SYSTEM_LOADERS = "jdk.internal.loader.ClassLoaders$";

    private final Heap heap;
    private final boolean soft;
    private final int[] from;
    private final int[] queue;
    private int waiting;
    private final Map<Integer, Root> roots = new HashMap<>();
    private final Optional<HeapClass> reference;
    private final Optional<HeapClass> softReference;

    private PathSearch(Heap heap, boolean soft) {
        this.heap = heap;
        this.soft = soft;
        this.from = new int[heap.size()];
        this.queue = new int[heap.size()];
        Arrays.fill(from, UNSEEN);
        this.reference = named("java.lang.ref.Reference");
        this.softReference = named("java.lang.ref.SoftReference");
    }

    private Optional<HeapClass> named(String name) {
        for (HeapClass type : heap.classes()) {
            if (heap.name(type).equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static PathSearch towards(Heap heap, Set<Integer> targets, boolean soft) {
        PathSearch search = new PathSearch(heap, soft);
        search.seed();
        search.run(new HashSet<>(targets));
        return search;
    }

    // Classes that can't be unloaded first: a path that begins with one of their fields says most.
    private void seed() {
        for (HeapClass type : heap.classes()) {
            if (isPermanent(type)) {
                seed(new Root(Root.Kind.CLASS, type.id(), 0));
            }
        }
        List<Root> all = new ArrayList<>(heap.roots());
        all.sort((a, b) -> a.kind().compareTo(b.kind()));
        all.forEach(this::seed);
    }

    private boolean isPermanent(HeapClass type) {
        int loader = heap.number(type.loader());
        return type.loader() == 0
                || (loader >= 0
                        && heap.classOf(loader)
                                .filter(of -> heap.name(of).startsWith(SYSTEM_LOADERS))
                                .isPresent());
    }

    private void seed(Root root) {
        int number = heap.number(root.object());
        if (number >= 0 && from[number] == UNSEEN) {
            roots.put(number, root);
            reach(number, ROOT);
        }
    }

    private void reach(int number, int by) {
        from[number] = by;
        queue[waiting++] = number;
    }

    private void run(Set<Integer> wanted) {
        for (int next = 0; next < waiting && !wanted.isEmpty(); next++) {
            int holder = queue[next];
            wanted.remove(holder);
            heap.references(holder, (to, declaring, index) -> {
                int number = to == 0 ? UNSEEN : heap.number(to);
                if (number >= 0 && from[number] == UNSEEN && !isWeak(holder, declaring, index)) {
                    reach(number, holder);
                }
            });
        }
    }

    private boolean isWeak(int holder, Optional<HeapClass> declaring, int index) {
        return declaring.isPresent()
                && declaring.equals(reference)
                && heap.asClass(holder).isEmpty()
                && heap.text(declaring.get().fields().get(index).name()).equals("referent")
                && !(soft && isSoft(holder));
    }

    private boolean isSoft(int holder) {
        return heap.classOf(holder)
                .filter(type ->
                        softReference.filter(heap.withParents(type)::contains).isPresent())
                .isPresent();
    }

    /** The objects on the way to one, it itself last; empty when there is none. */
    List<Integer> path(int target) {
        List<Integer> path = new ArrayList<>();
        if (from[target] == UNSEEN) {
            return path;
        }
        for (int at = target; at != ROOT; at = from[at]) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    /** Why the first object of a path is never collected. */
    Root root(List<Integer> path) {
        Root root = roots.get(path.get(0));
        if (root == null) {
            throw new IllegalStateException("A path begins with a root");
        }
        return root;
    }
}
