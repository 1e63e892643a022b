package dev.dovetail.shell.guard;

/** Takes what features throw. Any thread. */
@FunctionalInterface
public interface FaultSink {

    /**
     * @param who whose code threw
     * @param kind in which call
     * @param fault what it threw
     */
    void report(Attribution who, Kind kind, Throwable fault);
}
