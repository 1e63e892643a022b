package dev.dovetail.provisioner;

import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Snapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told of changes. What a listener throws is its own affair. Any thread. */
final class Followers {

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();

    Federation.Subscription add(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(Snapshot now) {
        listeners.forEach(listener -> guarded(listener).accept(now));
    }

    static <T> Consumer<T> guarded(Consumer<T> listener) {
        return value -> {
            try {
                listener.accept(value);
            } catch (RuntimeException e) {
                System.getLogger(ProvisionerService.class.getName())
                        .log(System.Logger.Level.WARNING, "A listener failed", e);
            }
        };
    }
}
