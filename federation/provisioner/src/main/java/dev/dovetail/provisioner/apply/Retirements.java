package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.catalog.FeatureReading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** The bundles that have left the framework, for as long as their classes are in memory. Any thread. */
public final class Retirements {

    private final Clock clock;
    private final List<RetiredLoader> watched = new ArrayList<>();
    private Runnable onRetired = () -> {};
    private Consumer<String> onStubborn = sentence -> {};
    private long unloaded;

    /** @param clock the time */
    public Retirements(Clock clock) {
        this.clock = clock;
    }

    /** @param listener called after a bundle has left, on any thread; comes back soon */
    public synchronized void listen(Runnable listener) {
        onRetired = listener;
    }

    /** @param listener told in a sentence for people of a bundle that doesn't stop; on any thread; comes back soon */
    public synchronized void listen(Consumer<String> listener) {
        onStubborn = listener;
    }

    /** @return those whose classes are in memory, as far as collections so far have shown; oldest first */
    public synchronized List<Retirement> present() {
        int before = watched.size();
        watched.removeIf(RetiredLoader::isGone);
        unloaded += before - watched.size();
        return watched.stream().map(RetiredLoader::retirement).toList();
    }

    /** @return how many have left memory */
    public synchronized long unloaded() {
        var unused = present();
        return unloaded;
    }

    /** What is to be watched once the bundle has left; nothing of one that never had classes. */
    Optional<RetiredLoader> leaving(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleWiring.class))
                .flatMap(wiring -> Optional.ofNullable(wiring.getClassLoader()))
                .map(loader -> new RetiredLoader(loader, retirement(bundle)));
    }

    private Retirement retirement(Bundle bundle) {
        return new Retirement(
                feature(bundle),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getBundleId(),
                clock.instant());
    }

    private static String feature(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(FeatureReading.FEATURE).stream()
                .map(capability -> String.valueOf(capability.getAttributes().get(FeatureReading.FEATURE)))
                .findFirst()
                .orElse("");
    }

    void add(RetiredLoader loader) {
        Runnable listener;
        synchronized (this) {
            // However many versions come and go, what is gone is not kept.
            var unused = present();
            // One that didn't stop was given up before it left.
            if (watched.stream().noneMatch(loader::isSame)) {
                watched.add(loader);
            }
            listener = onRetired;
        }
        listener.run();
    }

    /** A bundle that was told to stop doesn't: its classes are watched from now on all the same. */
    void stubborn(Bundle bundle, String sentence) {
        leaving(bundle).ifPresent(this::add);
        Consumer<String> listener;
        synchronized (this) {
            listener = onStubborn;
        }
        listener.accept(sentence);
    }
}
