package dev.dovetail.federation;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the shell asks of the provisioner: which features there are, and to bring one in, up to date, or out.
 *
 * <p>Every method may be called from any thread and returns at once. The work happens on the provisioner's own thread,
 * one request after the other; stages complete and listeners are called on threads that are never the JavaFX application
 * thread. A stage that fails does so with a {@link FederationException}, and then nothing has changed.
 */
@ProviderType
public interface Federation {

    /** @return what is known now, without touching the network */
    Snapshot snapshot();

    /**
     * Follows what is known.
     *
     * @param listener called after each change, in order, with the newest snapshot
     * @return ends the following
     */
    Subscription follow(Consumer<Snapshot> listener);

    /**
     * Reads the indexes of all repositories anew, all at a time. What one offers is told to the followers as soon as it
     * answers, whatever the others do; a repository that can't be read in time keeps what was last known of it, and the
     * snapshot says so. Other requests don't wait for it.
     *
     * @return the snapshot after the last has answered, or was given up
     */
    CompletionStage<Snapshot> check();

    /**
     * Makes sure that a feature runs: installs it when it isn't there (fetching only what is missing), starts it when it
     * doesn't run.
     *
     * @param featureId the feature
     * @param progress called while bundles are fetched
     * @return the running feature
     */
    CompletionStage<Active> activate(String featureId, Consumer<Progress> progress);

    /**
     * Brings an installed feature to the newest version that the repositories offer. When it runs, the new version is
     * started beside the old one, and takes over its open views through {@link Workbench#handOver}.
     *
     * @param featureId the feature
     * @param progress called while bundles are fetched
     * @return the snapshot after it
     */
    CompletionStage<Snapshot> update(String featureId, Consumer<Progress> progress);

    /**
     * Says whom an update would disturb besides the feature itself, with what the repositories offered last.
     *
     * @param featureId the feature
     * @return the ids of the other installed features that would be updated or restarted with it; none where the update
     *     would be refused
     */
    CompletionStage<List<String>> restarts(String featureId);

    /**
     * Takes a feature out. Its views are closed through {@link Workbench#close}; its data stays.
     *
     * @param featureId the feature
     * @return the snapshot after it
     */
    CompletionStage<Snapshot> remove(String featureId);

    /**
     * Gives up what was asked for a feature, whether it is under way or still waits. Its stage fails with the code
     * {@code DT-FETCH-022} and nothing has changed; unless it was already being applied, then it is carried to its end.
     *
     * @param featureId the feature
     */
    void cancel(String featureId);

    /**
     * Goes back to a generation that was kept, without a network as long as its jars are in the store. What runs and is
     * another version there is handed over like an update.
     *
     * @param generation its number, 0 for nothing installed
     * @param progress called while something has to be fetched after all
     * @return the snapshot after it
     */
    CompletionStage<Snapshot> revert(long generation, Consumer<Progress> progress);

    /** @return the generations that are kept, newest first; what can't be read is left out */
    CompletionStage<List<Generation>> generations();

    /**
     * Has a generation kept for as long as a person likes, or no longer.
     *
     * @param generation its number
     * @param pinned whether it is to be kept
     * @return the generations that are kept then
     */
    CompletionStage<List<Generation>> pin(long generation, boolean pinned);

    /**
     * Tells that a view of a feature is laid out: a new version has shown itself from then on.
     *
     * @param feature the running feature
     */
    void shown(Active feature);

    /**
     * Tells that a feature threw what nobody caught, or that its view could not be shown. A new version that has not yet
     * shown itself to be good is taken back then, and the snapshot says so.
     *
     * @param feature the running feature
     * @param fault what it did, in a sentence
     */
    void failed(Active feature, String fault);

    /**
     * Has a feature's previous version back, with everything else as it is: that of the newest generation that is kept and
     * has an older one. What runs is handed over like an update, without a network as long as the jars are in the store.
     * The version that goes is not offered again until something newer comes, or somebody forgives it.
     *
     * @param featureId the feature
     * @param reason why, in a sentence
     * @return the snapshot after it
     */
    CompletionStage<Snapshot> takeBack(String featureId, String reason);

    /**
     * Tells that a feature holds up the JavaFX application thread, while it does so: should the process end meanwhile, the
     * next start says which one it was.
     *
     * @param feature the running feature
     * @param where what it does, in a few words
     */
    void heldUp(Active feature, String where);

    /**
     * Tells that the JavaFX application thread goes on.
     *
     * @param feature the feature that held it up
     */
    void wentOn(Active feature);

    /** Ends a following. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
