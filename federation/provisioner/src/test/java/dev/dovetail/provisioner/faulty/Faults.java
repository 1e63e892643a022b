package dev.dovetail.provisioner.faulty;

import java.io.IOException;

/** Decides before each operation that changes the disk whether it happens. */
public interface Faults {

    /** Lets everything happen. */
    Faults NONE = operation -> true;

    /**
     * @param operation what is about to happen
     * @return whether it happens whole; a write that doesn't happens by half, all else not at all, and then {@link #after} is asked
     * @throws IOException instead of it
     */
    boolean before(String operation) throws IOException;

    /** After an operation that did not happen whole: normally the end of everything. */
    default void after(String operation) {}
}
