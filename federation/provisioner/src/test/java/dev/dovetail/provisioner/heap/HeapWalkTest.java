package dev.dovetail.provisioner.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.dovetail.provisioner.heap.HeapPath.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real dumps of this process. */
class HeapWalkTest {

    /** Holds on to what it shouldn't. */
    private static final Map<String, List<Object>> HELD = new HashMap<>();

    private final List<Watched> watched = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Path folder;

    HeapWalkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Like the provisioner's. */
    private static final class Watched extends WeakReference<ClassLoader> {

        private final String name;

        Watched(ClassLoader loader, String name) {
            super(loader);
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A class that each of the class loaders has anew. */
    public static final class Probe implements Supplier<String>, Runnable {

        @Override
        public String get() {
            return "probe";
        }

        @Override
        public void run() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Loader extends ClassLoader {

        Object probe() throws ReflectiveOperationException, IOException {
            String name = Probe.class.getName();
            try (InputStream in = HeapWalkTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length)
                        .getDeclaredConstructor()
                        .newInstance();
            }
        }
    }

    private Object probe(String name) throws Exception {
        Loader loader = new Loader();
        watched.add(new Watched(loader, name));
        return loader.probe();
    }

    private Map<String, HeapPath> walk() throws IOException {
        Path dump = folder.resolve("heap.hprof");
        HeapDump.write(dump);
        Map<String, HeapPath> paths = new HashMap<>();
        HeapWalk.of(dump, Watched.class).forEach(path -> paths.put(path.name(), path));
        return paths;
    }

    @AfterEach
    void letGo() {
        HELD.clear();
        end.countDown();
    }

    @Test
    void names_class_and_field_of_each_hop_whatever_it_is_that_holds_on() throws Exception {
        HELD.put("a key", List.of(new Object(), probe("in a list")));
        HELD.put("soft", List.of(new SoftReference<>(probe("soft"))));
        HELD.put("weak", List.of(new WeakReference<>(probe("weak"))));
        Thread thread = thread(probe("in a thread"));
        Object local = probe("in a local variable");

        Map<String, HeapPath> paths = walk();

        assertThat(paths).as("what is free, a dump collects").doesNotContainKey("weak");
        HeapPath list = path(paths, "in a list");
        assertThat(list.strength()).isEqualTo(Strength.HELD);
        assertThat(list.hops())
                .startsWith("static dev.dovetail.provisioner.heap.HeapWalkTest.HELD", "java.util.HashMap.table")
                .contains("java.util.HashMap$Node.value")
                .endsWith("dev.dovetail.provisioner.heap.HeapWalkTest$Probe of in a list");
        assertThat(list.holder()).isEqualTo("Dovetail (dev.dovetail.provisioner.heap.HeapWalkTest)");
        assertThat(list.lines().get(0))
                .isEqualTo("in a list is held by Dovetail (dev.dovetail.provisioner.heap.HeapWalkTest):");
        assertThat(path(paths, "in a thread").hops().get(0))
                .isEqualTo("a local variable of the thread \"held-by-a-thread\"");
        assertThat(path(paths, "soft").strength()).isEqualTo(Strength.SOFT);
        assertThat(path(paths, "soft").hops()).contains("java.lang.ref.SoftReference.referent");
        assertThat(path(paths, "in a local variable").hops().get(0))
                .isEqualTo("a local variable of the thread \""
                        + Thread.currentThread().getName() + "\"");
        assertThat(local).isNotNull();
        thread.interrupt();
    }

    private static HeapPath path(Map<String, HeapPath> paths, String name) {
        return Objects.requireNonNull(paths.get(name), name);
    }

    private static Thread thread(Object probe) throws InterruptedException {
        Thread thread = new Thread((Runnable) probe, "held-by-a-thread");
        thread.setDaemon(true);
        thread.start();
        TimeUnit.MILLISECONDS.sleep(50);
        return thread;
    }

    @Test
    void says_what_it_expected_of_a_file_that_is_no_heap_dump_or_only_half_of_one() throws Exception {
        Path none = Files.writeString(folder.resolve("none.hprof"), "JAVA PROFIL");
        assertThatIOException()
                .isThrownBy(() -> HeapWalk.of(none, Watched.class))
                .withMessage("Expected a heap dump that begins with \"JAVA PROFILE 1.0.\", found \"JAVA PROFIL\"");
        Path whole = folder.resolve("whole.hprof");
        HeapDump.write(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.hprof"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatIOException()
                .isThrownBy(() -> HeapWalk.of(half, Watched.class))
                .withMessageContaining("ends within an object");
    }

    @Test
    void nothing_watched_is_nothing_found() throws Exception {
        assertThat(walk()).isEmpty();
    }
}
