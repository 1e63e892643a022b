package dev.dovetail.launcher.desktop;

import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import java.util.Optional;
import java.util.function.Supplier;

/** The way to the network, made when it is first needed: a start without one doesn't pay for it. */
public final class Network implements Supplier<Fetcher>, AutoCloseable {

    private Optional<Fetcher> made = Optional.empty();

    @Override
    public synchronized Fetcher get() {
        if (made.isEmpty()) {
            made = Optional.of(new Fetcher(Limits.USUAL));
        }
        return made.get();
    }

    @Override
    public synchronized void close() {
        made.ifPresent(Fetcher::close);
    }
}
