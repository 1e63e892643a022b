package dev.dovetail.provisioner.heap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out from a heap dump what keeps class loaders in memory. They are found by the weak references that watch them:
 * instances of one class, each with a field {@code name}. Takes about three times the dump's size of memory, and a second
 * or two; not in a process that somebody works in.
 */
public final class HeapWalk {

    private final Heap heap;

    private HeapWalk(Heap heap) {
        this.heap = heap;
    }

    /**
     * @param dump a heap dump in the HPROF format
     * @param watch the class of the weak references
     * @return of each class loader that is there yet, what holds it
     * @throws IOException when the file can't be read, or is no heap dump
     */
    public static List<HeapPath> of(Path dump, Class<?> watch) throws IOException {
        try {
            HeapWalk walk = new HeapWalk(Heap.read(dump));
            return walk.paths(walk.watched(watch.getName()));
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("Expected a whole heap dump, but " + dump + " ends within an object", e);
        }
    }

    /** Names by the numbers of class loaders. */
    private Map<Integer, String> watched(String watch) {
        Map<Integer, String> loaders = new LinkedHashMap<>();
        for (int n = 0; n < heap.size(); n++) {
            Optional<HeapClass> type = heap.classOf(n);
            if (type.isPresent() && heap.name(type.get()).equals(watch)) {
                String name = heap.field(n, "name").map(heap::string).orElse("?");
                heap.field(n, "referent").ifPresent(loader -> loaders.put(loader, name));
            }
        }
        return loaders;
    }

    private List<HeapPath> paths(Map<Integer, String> loaders) {
        if (loaders.isEmpty()) {
            return List.of();
        }
        PathSearch firm = PathSearch.towards(heap, loaders.keySet(), false);
        PathSearch soft = PathSearch.towards(heap, loaders.keySet(), true);
        List<HeapPath> paths = new ArrayList<>();
        loaders.forEach((loader, name) -> paths.add(path(loader, name, firm, soft)));
        return paths;
    }

    private HeapPath path(int loader, String name, PathSearch firm, PathSearch soft) {
        if (!firm.path(loader).isEmpty()) {
            return new PathWords(heap, firm).of(name, HeapPath.Strength.HELD, firm.path(loader));
        } else if (!soft.path(loader).isEmpty()) {
            return new PathWords(heap, soft).of(name, HeapPath.Strength.SOFT, soft.path(loader));
        }
        return new HeapPath(name, HeapPath.Strength.FREE, "", List.of());
    }
}
