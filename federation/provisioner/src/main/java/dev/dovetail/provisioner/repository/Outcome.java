package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.time.Instant;

/** How looking for something new in a repository ended. Other ends are exceptions. */
public sealed interface Outcome {

    /** @return what is believed of the repository now */
    VerifiedRepository repository();

    /**
     * There is something new.
     *
     * @param repository what is believed now
     */
    record Refreshed(VerifiedRepository repository) implements Outcome {}

    /**
     * All is as it was.
     *
     * @param repository what was and is believed
     */
    record Unchanged(VerifiedRepository repository) implements Outcome {}

    /**
     * The repository can't be reached, or not all of it.
     *
     * @param repository what was believed before; see {@link VerifiedRepository#current}
     * @param since when it was last found to be current
     * @param cause why it can't be reached
     */
    record Offline(VerifiedRepository repository, Instant since, RepositoryException cause) implements Outcome {}
}
