package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Change;
import dev.dovetail.publisher.files.Disk;
import dev.dovetail.publisher.files.PublishedFolder;
import dev.dovetail.publisher.files.PublisherLock;
import dev.dovetail.publisher.keys.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes a repository, alone: takes the lock, tidies up after others, reads what there is, drafts, writes.
 *
 * @param folder the repository
 * @param keys that sign
 * @param lifetimes of what is signed
 * @param clock what time it is
 * @param disk what to write with
 * @param telling is told what a person may want to know meanwhile
 */
record Session(Path folder, Keys keys, Lifetimes lifetimes, Clock clock, Disk disk, Consumer<String> telling) {

    /** Says what is to change, given what there is; nothing when that is nothing. */
    interface Drafting<T> {
        Drafted<T> draft(State state, Draft draft, StateReader files) throws PublishException;
    }

    /**
     * @param result for the caller
     * @param change what is to be written, if anything
     */
    record Drafted<T>(T result, Optional<Change> change) {

        static <T> Drafted<T> of(T result, Change change) {
            return new Drafted<>(result, Optional.of(change));
        }
    }

    <T> T change(Drafting<T> drafting) throws PublishException {
        keys.unlock();
        return PublisherLock.during(folder, telling, () -> {
            PublishedFolder published = tidied();
            StateReader files = new StateReader(folder);
            State state = files.read();
            Draft draft = new Draft(state, new Signatures(keys), lifetimes, clock.instant());
            Drafted<T> drafted = drafting.draft(state, draft, files);
            if (drafted.change().isPresent()) {
                published.carryOut(drafted.change().get());
                new Aftercare(folder, disk, clock.instant()).after(files.read(), telling);
            }
            return drafted.result();
        });
    }

    PublishedFolder tidied() throws PublishException {
        PublishedFolder published = new PublishedFolder(folder, disk);
        if (published.recover()) {
            telling.accept("Tidied up after a command that was interrupted.");
        }
        return published;
    }
}
