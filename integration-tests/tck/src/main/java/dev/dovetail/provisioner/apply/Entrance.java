package dev.dovetail.provisioner.apply;

import java.util.function.Consumer;
import org.osgi.framework.Bundle;

/** Lets bundles through the borders as features are: in the borders' package, because only the gate may do so. */
public final class Entrance {

    private Entrance() {}

    /**
     * @param borders a framework's borders
     * @param publisher whose bundles they are
     * @return takes a bundle for one of that publisher's
     */
    public static Consumer<Bundle> of(Borders borders, String publisher) {
        return bundle -> borders.enter(bundle, publisher);
    }
}
