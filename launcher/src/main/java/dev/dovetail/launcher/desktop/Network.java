package dev.dovetail.launcher.desktop;

import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways to the network, made when they are first needed: a start without any doesn't pay for them. */
public final class Network implements Supplier<Fetcher>, AutoCloseable {

    private final SignedFetcher signed = new SignedFetcher(Limits.USUAL);
    private Optional<Fetcher> made = Optional.empty();

    /** @return the way to signed repositories */
    public SignedFetcher signed() {
        return signed;
    }

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
        signed.close();
    }
}
