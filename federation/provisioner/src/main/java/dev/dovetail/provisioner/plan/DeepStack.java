package dev.dovetail.provisioner.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.service.resolver.ResolutionException;

/** Calls the resolver where its recursion has room: it goes as deep as bundles need each other in a row. */
final class DeepStack {

    /** Reserved, not used: a chain of some ten thousand bundles. */
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /** A call of the resolver. */
    @FunctionalInterface
    interface Call {
        Map<Resource, List<Wire>> run() throws ResolutionException;
    }

    static Map<Resource, List<Wire>> call(Call call) throws ResolutionException {
        var task = new FutureTask<>(call::run);
        var thread = new Thread(null, task, "dovetail-planner", BYTES);
        thread.setDaemon(true);
        thread.start();
        return result(task);
    }

    private static Map<Resource, List<Wire>> result(FutureTask<Map<Resource, List<Wire>>> task)
            throws ResolutionException {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // Planning is stopped by its deadline; whoever interrupts is answered then.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ResolutionException rethrown(Throwable cause) {
        if (cause instanceof ResolutionException expected) {
            return expected;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }
}
