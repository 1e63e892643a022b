package dev.dovetail.provisioner;

import dev.dovetail.federation.Progress;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.fetch.Wanted;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Brings bundles into the store: those that came with Dovetail from there, all others from the network. */
public final class Supply {

    private final Store store;
    private final Fallback fallback;
    private final Downloads downloads;
    private final Function<URI, List<URI>> places;

    /**
     * @param store where they go
     * @param fallback what came with Dovetail
     * @param downloads the way to the network
     * @param places where else a file is, for each address of one
     */
    public Supply(Store store, Fallback fallback, Downloads downloads, Function<URI, List<URI>> places) {
        this.store = store;
        this.fallback = fallback;
        this.downloads = downloads;
        this.places = places;
    }

    void bring(List<LockedBundle> bundles, Consumer<Progress> progress) throws ProvisioningException {
        bring(bundles, Map.of(), new Cancellation(), progress);
    }

    void bring(
            List<LockedBundle> bundles, Map<String, List<URI>> offers, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        fallback.supply(bundles, store);
        downloads.fetch(bundles.stream().map(bundle -> wanted(bundle, offers)).toList(), wish, progress);
        if (wish.isCancelled()) {
            throw Downloads.givenUp();
        }
    }

    /** From where it is said to be, its repository's mirrors, and whoever else offers the same bytes. */
    private Wanted wanted(LockedBundle bundle, Map<String, List<URI>> offers) {
        String digest = bundle.content().sha256();
        return new Wanted(
                bundle.content(),
                Stream.concat(Stream.of(bundle.url()), offers.getOrDefault(digest, List.of()).stream())
                        .flatMap(url -> places.apply(url).stream())
                        .toList());
    }
}
