package dev.dovetail.benchmarks;

import dev.dovetail.launcher.cli.DovetailCommand;
import java.time.Duration;

/** The product's command line, which says at its end how much processor time all of it took. */
public final class TimedVerb {

    private TimedVerb() {}

    /** @param arguments a verb and its options */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) {
        int exit = DovetailCommand.execute(arguments);
        System.out.println(ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis());
        System.exit(exit);
    }
}
