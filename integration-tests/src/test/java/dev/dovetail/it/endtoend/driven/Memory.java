package dev.dovetail.it.endtoend.driven;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** What of replaced bundles is still there, and what else grows. */
final class Memory {

    /** The leak that the test makes itself, to see that it is found. */
    private static final Set<ClassLoader> HELD = new HashSet<>();

    private static final int ROUNDS = 50;
    private static final long PAUSE_MILLIS = 100;

    private final BundleContext framework;
    private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    private final Map<PhantomReference<ClassLoader>, String> watched = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    Memory(BundleContext framework) {
        this.framework = framework;
    }

    /** Watches the class loader of each bundle of this name that is in the framework now. */
    String watch(String symbolicName) {
        for (Bundle bundle : bundles(symbolicName)) {
            String name = name(bundle);
            if (known.add(name)) {
                watched.put(new PhantomReference<>(loader(bundle), gone), name);
            }
        }
        return String.valueOf(known.size());
    }

    String hold(String symbolicName) {
        bundles(symbolicName).forEach(bundle -> HELD.add(loader(bundle)));
        return "";
    }

    /** The bundles that have left the framework, but whose class loaders have not left memory. */
    String alive(String symbolicName) throws InterruptedException {
        Set<String> running = bundles(symbolicName).stream().map(Memory::name).collect(Collectors.toSet());
        for (int round = 0; round < ROUNDS && !left(running).isEmpty(); round++) {
            collect();
            for (var reference = gone.poll(); reference != null; reference = gone.poll()) {
                watched.remove(reference);
            }
        }
        return String.join(" ", left(running));
    }

    private List<String> left(Set<String> running) {
        return watched.values().stream().filter(name -> !running.contains(name)).toList();
    }

    private List<Bundle> bundles(String symbolicName) {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .toList();
    }

    private static String name(Bundle bundle) {
        return bundle.getBundleId() + ":" + bundle.getVersion();
    }

    private static ClassLoader loader(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    private static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(PAUSE_MILLIS);
    }

    /** Bytes of metaspace in use after a collection. */
    String metaspace() throws InterruptedException {
        collect();
        return String.valueOf(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum());
    }

    /** Instances that are reachable, by class, as {@code jmap -histo:live} counts them: {@code number bytes class} a line. */
    String histogram() throws IOException {
        try {
            String table = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return table.lines()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(cells -> cells.length >= 4 && cells[0].endsWith(":"))
                    .map(cells -> cells[1] + " " + cells[2] + " " + cells[3])
                    .collect(Collectors.joining("\n"));
        } catch (JMException e) {
            throw new IOException("Expected a class histogram", e);
        }
    }

    String dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
        return file;
    }
}
