package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;

/**
 * Which metadata a file has; there are {@link #ROOT}, {@link #TIMESTAMP}, {@link #SNAPSHOT} and {@link #TARGETS}.
 *
 * @param <T> its record
 */
public final class Kind<T extends Metadata> {

    /** Root metadata. */
    public static final Kind<Root> ROOT = new Kind<>(Root.TYPE, Root::read);

    /** Timestamp metadata. */
    public static final Kind<Timestamp> TIMESTAMP = new Kind<>(Timestamp.TYPE, Timestamp::read);

    /** Snapshot metadata. */
    public static final Kind<Snapshot> SNAPSHOT = new Kind<>(Snapshot.TYPE, Snapshot::read);

    /** Targets metadata, the top level's and delegated ones. */
    public static final Kind<Targets> TARGETS = new Kind<>(Targets.TYPE, Targets::read);

    private final String type;
    private final Reading<T> reading;

    private Kind(String type, Reading<T> reading) {
        this.type = type;
        this.reading = reading;
    }

    /** @return the {@code _type} of such metadata */
    public String type() {
        return type;
    }

    T read(JsonObject signed) throws JsonException {
        return reading.read(signed);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonObject signed) throws JsonException;
    }
}
