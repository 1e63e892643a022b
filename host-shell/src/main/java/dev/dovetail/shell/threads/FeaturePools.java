package dev.dovetail.shell.threads;

import dev.dovetail.federation.Active;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** One pool of threads for each version that runs, so that a thread dump says whose work it is. Any thread. */
public final class FeaturePools implements AutoCloseable {

    private final Map<Long, DaemonPool> pools = new ConcurrentHashMap<>();
    private final BiConsumer<String, Throwable> onFault;

    /** @param onFault told of the feature's id and of what its task threw */
    public FeaturePools(BiConsumer<String, Throwable> onFault) {
        this.onFault = onFault;
    }

    /**
     * @param feature a version that runs
     * @return its threads
     */
    public DaemonPool of(Active feature) {
        String id = feature.featureId();
        return pools.computeIfAbsent(
                feature.bundleId(), bundle -> new DaemonPool(id, fault -> onFault.accept(id, fault)));
    }

    /**
     * Interrupts what a version still runs. Its tasks are dropped from then on, and what the interrupted ones throw is
     * nobody's fault.
     *
     * @param feature the version, which goes
     */
    public void end(Active feature) {
        DaemonPool pool = pools.remove(feature.bundleId());
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public void close() {
        pools.values().forEach(DaemonPool::close);
    }
}
