package dev.dovetail.shell.view;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Code;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives up on an instance that isn't made in time: its constructor is the feature's code, and nothing else ends it. What
 * comes later is given back at once.
 */
public final class TimedServices implements FeatureServices {

    private final FeatureServices services;
    private final Executor makers;
    private final Duration limit;

    /** Takes one instance. */
    private interface Maker<T> {
        Lease<T> make() throws MissingServiceException;
    }

    /**
     * @param services takes the instances
     * @param makers runs constructors; one that never ends keeps its thread
     * @param limit how long one may take
     */
    public TimedServices(FeatureServices services, Executor makers, Duration limit) {
        this.services = services;
        this.makers = makers;
        this.limit = limit;
    }

    @Override
    public Lease<FeatureView> view(Active feature, String viewId) throws MissingServiceException {
        return inTime(feature, viewId, () -> services.view(feature, viewId));
    }

    @Override
    public Lease<FeatureCommand> command(Active feature, String commandId) throws MissingServiceException {
        return inTime(feature, commandId, () -> services.command(feature, commandId));
    }

    private <T> Lease<T> inTime(Active feature, String id, Maker<T> maker) throws MissingServiceException {
        CompletableFuture<Lease<T>> made = new CompletableFuture<>();
        makers.execute(() -> make(maker, made));
        try {
            return made.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late(made, feature, id, e);
        } catch (ExecutionException e) {
            throw missing(Failure.root(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(made, feature, id, e);
        }
    }

    private static MissingServiceException missing(Throwable fault) {
        return fault instanceof MissingServiceException missing
                ? missing
                : new MissingServiceException(Failure.sentence(fault), fault);
    }

    private <T> Lease<T> late(CompletableFuture<Lease<T>> made, Active feature, String id, Exception why)
            throws MissingServiceException {
        String name = feature.featureId() + " " + feature.version();
        MissingServiceException missing = new MissingServiceException(
                "Expected " + name + " to create " + id + " within " + limit.toSeconds()
                        + " s, but its constructor is still running. The feature's own code waits for something there.",
                why);
        if (made.completeExceptionally(missing)) {
            throw missing;
        }
        return made.join();
    }

    // Whoever waited may have given up in the very moment.
    private static <T> void make(Maker<T> maker, CompletableFuture<Lease<T>> made) {
        try {
            Lease<T> lease = maker.make();
            if (!made.complete(lease)) {
                lease.close();
            }
        } catch (MissingServiceException | RuntimeException | Error e) {
            made.completeExceptionally(e);
        }
    }

    @Override
    public boolean declaresView(Active feature, String viewId) {
        return services.declaresView(feature, viewId);
    }

    @Override
    public boolean defines(Active feature, Class<?> type) {
        return services.defines(feature, type);
    }

    @Override
    public List<Active> present() {
        return services.present();
    }

    @Override
    public Optional<Code> code(Active feature) {
        return services.code(feature);
    }
}
