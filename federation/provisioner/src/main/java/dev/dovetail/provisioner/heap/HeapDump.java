package dev.dovetail.provisioner.heap;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes heap dumps of this process. */
public final class HeapDump {

    private HeapDump() {}

    /**
     * Writes all that is reachable. The process stands still meanwhile, for about a second for each 200 MB in use.
     *
     * @param file where to, with the ending {@code .hprof}; it must not exist
     * @throws IOException when it can't be written, or there is too little room
     */
    public static void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Runtime runtime = Runtime.getRuntime();
        // A dump is about as large as what it tells of.
        long needed = runtime.totalMemory() - runtime.freeMemory();
        if (folder != null && Files.getFileStore(folder).getUsableSpace() < 2 * needed) {
            throw new IOException("Expected " + 2 * needed / 1_000_000 + " MB of free room in " + folder + ", found "
                    + Files.getFileStore(folder).getUsableSpace() / 1_000_000 + " MB");
        }
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
    }
}
