package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonException;
import java.io.Serial;

/** The metadata follow a specification that is not read here, so what their members mean is unknown. */
final class UnsupportedSpecification extends JsonException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsupportedSpecification(String version) {
        super("expected \"spec_version\" 1, found " + version);
    }
}
