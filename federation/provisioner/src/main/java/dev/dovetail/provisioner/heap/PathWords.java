package dev.dovetail.provisioner.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a path through a heap into words. */
final class PathWords {

    private static final Map<String, String> OWNERS = Map.of(
            "javafx.", "JavaFX",
            "com.sun.javafx.", "JavaFX",
            "com.sun.scenario.", "JavaFX",
            "com.sun.prism.", "JavaFX",
            "com.sun.glass.", "JavaFX",
            "org.apache.felix.", "the framework",
            "org.osgi.", "the framework",
            "dev.dovetail.", "Dovetail");
    private static final List<String> JAVA = List.of("java.", "jdk.", "sun.", "javax.");

    private final Heap heap;
    private final PathSearch search;

    PathWords(Heap heap, PathSearch search) {
        this.heap = heap;
        this.search = search;
    }

    HeapPath of(String name, HeapPath.Strength strength, List<Integer> path) {
        int loader = path.get(path.size() - 1);
        int last = firstOf(heap.id(loader), path);
        List<String> hops = new ArrayList<>(root(path));
        for (int n = 0; n < last; n++) {
            hops.add(hop(path.get(n), path.get(n + 1)));
        }
        hops.add(own(path.get(last), name));
        return new HeapPath(name, strength, last == 0 ? hops.get(0) : holder(path.subList(0, last)), hops);
    }

    /** The first object that is of the class loader, or the loader itself. */
    private int firstOf(long loader, List<Integer> path) {
        int n = 0;
        while (n < path.size() - 1
                && type(path.get(n)).filter(type -> type.loader() == loader).isEmpty()) {
            n++;
        }
        return n;
    }

    private Optional<HeapClass> type(int number) {
        return heap.asClass(number).or(() -> heap.classOf(number));
    }

    private List<String> root(List<Integer> path) {
        Root root = search.root(path);
        return switch (root.kind()) {
            case CLASS -> List.of();
            case THREAD -> List.of("the thread \"" + threadName(path.get(0)) + "\"");
            case FRAME -> List.of("a local variable of the thread \"" + threadOf(root) + "\"");
            case NATIVE -> List.of("native code");
            case OTHER -> List.of("the virtual machine");
        };
    }

    private String threadOf(Root frame) {
        return heap.roots().stream()
                .filter(root -> root.kind() == Root.Kind.THREAD && root.thread() == frame.thread())
                .findFirst()
                .map(root -> threadName(heap.number(root.object())))
                .orElse("?");
    }

    private String threadName(int thread) {
        return thread < 0 ? "?" : heap.field(thread, "name").map(heap::string).orElse("?");
    }

    private String hop(int holder, int next) {
        List<String> found = new ArrayList<>(1);
        heap.references(holder, (to, declaring, index) -> {
            if (found.isEmpty() && to == heap.id(next)) {
                found.add(label(holder, declaring, index));
            }
        });
        return found.isEmpty() ? name(holder) : found.get(0);
    }

    private String label(int holder, Optional<HeapClass> declaring, int index) {
        Optional<HeapClass> self = heap.asClass(holder);
        if (self.isPresent()) {
            return declaring
                    .map(type -> "static " + heap.name(type) + "."
                            + heap.text(type.statics().get(index).name()))
                    .orElse("class " + name(holder) + (index == Heap.LOADER ? ", its class loader" : ""));
        }
        if (declaring.isPresent()) {
            return name(holder) + "."
                    + heap.text(declaring.get().fields().get(index).name());
        }
        return index == Heap.CLASS ? name(holder) : name(holder).replaceFirst("\\[]$", "[" + index + "]");
    }

    private String name(int number) {
        return type(number).map(heap::name).orElse("?");
    }

    private String own(int number, String loader) {
        String what = heap.asClass(number).isPresent() ? "the class " : "";
        return what + name(number) + " of " + loader;
    }

    /** Whose object it is that should have let go: the last before the loader's own that isn't the JDK's. */
    private String holder(List<Integer> before) {
        for (int n = before.size() - 1; n >= 0; n--) {
            Optional<HeapClass> type = type(before.get(n));
            String name = name(before.get(n));
            if (type.isPresent() && JAVA.stream().noneMatch(name::startsWith)) {
                return owner(name) + " (" + name + ")";
            }
        }
        return "the JDK (" + name(before.get(0)) + ")";
    }

    private static String owner(String type) {
        return OWNERS.entrySet().stream()
                .filter(owner -> type.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a feature");
    }
}
