package dev.dovetail.provisioner;

import dev.dovetail.provisioner.fetch.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked for each feature and can still be given up. May be used by several threads. */
final class Wishes {

    private final Map<String, List<Cancellation>> open = new ConcurrentHashMap<>();

    Cancellation begin(String featureId) {
        Cancellation wish = new Cancellation();
        open.computeIfAbsent(featureId, id -> new CopyOnWriteArrayList<>()).add(wish);
        return wish;
    }

    void end(String featureId, Cancellation wish) {
        open.computeIfPresent(featureId, (id, wishes) -> {
            wishes.remove(wish);
            return wishes.isEmpty() ? null : wishes;
        });
    }

    void cancel(String featureId) {
        open.getOrDefault(featureId, List.of()).forEach(Cancellation::cancel);
    }
}
