package dev.dovetail.provisioner;

import java.time.Clock;
import java.time.Duration;

/**
 * How a running Dovetail is watched.
 *
 * @param started how the start began
 * @param clock what time it is
 * @param alarm wakes up
 * @param settle how long the window must have been up for the start to have gone well
 * @param trial how long a new version must have run, since it was shown, to be good
 */
public record Watch(Started started, Clock clock, Alarm alarm, Duration settle, Duration trial) {

    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final Duration TRIAL = Duration.ofSeconds(60);

    /**
     * @param started how the start began
     * @return by the machine's clock, with the usual times
     */
    public static Watch over(Started started) {
        return new Watch(started, Clock.systemUTC(), Alarm.SYSTEM, SETTLE, TRIAL);
    }
}
