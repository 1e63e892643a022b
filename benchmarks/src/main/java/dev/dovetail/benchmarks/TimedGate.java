package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Reserved;
import dev.dovetail.provisioner.gate.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;

/** The gate alone, in a process that has done nothing before: says how much processor time a few jars take. */
public final class TimedGate {

    private TimedGate() {}

    /**
     * @param arguments jars
     * @throws IOException when one can't be read
     */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) throws IOException {
        Claims claims = Claims.none(Grant.everything("a team"), new Reserved(Set.of(), Set.of()));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Gate gate = new Gate();
        for (String jar : arguments) {
            try (FileChannel channel = FileChannel.open(Path.of(jar))) {
                if (!(gate.inspectArrival(channel, claims) instanceof Verdict.Admitted)) {
                    throw new IOException("Expected the gate to admit " + jar);
                }
            }
        }
        System.out.println((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6);
    }
}
