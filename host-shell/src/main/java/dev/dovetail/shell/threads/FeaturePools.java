package dev.dovetail.shell.threads;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** One pool of threads for each feature, so that a thread dump says whose work it is. Any thread. */
public final class FeaturePools implements AutoCloseable {

    private final Map<String, DaemonPool> pools = new ConcurrentHashMap<>();
    private final BiConsumer<String, Throwable> onFault;

    /** @param onFault told of the feature's id and of what its task threw */
    public FeaturePools(BiConsumer<String, Throwable> onFault) {
        this.onFault = onFault;
    }

    /**
     * @param featureId the feature
     * @return its threads
     */
    public Executor of(String featureId) {
        return pools.computeIfAbsent(featureId, id -> new DaemonPool(id, fault -> onFault.accept(id, fault)));
    }

    @Override
    public void close() {
        pools.values().forEach(DaemonPool::close);
    }
}
