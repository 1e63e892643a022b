package dev.dovetail.provisioner.faulty;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicInteger;

/** From the n-th operation on nothing can be written: for good, or only that once. */
public final class BrokenDisk implements Faults {

    private final AtomicInteger count = new AtomicInteger();
    private final int first;
    private final boolean forGood;
    private final String reason;

    public BrokenDisk(int first, boolean forGood, String reason) {
        this.first = first;
        this.forGood = forGood;
        this.reason = reason;
    }

    public int count() {
        return count.get();
    }

    /** A full disk still deletes. */
    @Override
    public boolean before(String operation) throws IOException {
        int now = count.incrementAndGet();
        boolean broken = now == first || (forGood && now > first);
        boolean frees = operation.startsWith("delete") && reason.contains("space");
        if (broken && !frees) {
            throw new FileSystemException(operation, null, reason);
        }
        return true;
    }
}
