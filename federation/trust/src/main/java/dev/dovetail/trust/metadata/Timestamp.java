package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Set;

/**
 * Says which snapshot is the current one. Short-lived: it is what makes a repository that is held back noticed.
 *
 * @param header what all metadata say of themselves
 * @param snapshot the current snapshot
 */
public record Timestamp(Header header, MetaFile snapshot) implements Metadata {

    /** The role's name, and its {@code _type}. */
    public static final String TYPE = "timestamp";

    private static final Set<String> OWN = Set.of("meta");
    private static final String SNAPSHOT = "snapshot.json";

    static Timestamp read(JsonObject signed) throws JsonException {
        return new Timestamp(
                Header.read(TYPE, signed, OWN),
                MetaFile.read(signed.object("meta").object(SNAPSHOT)));
    }

    @Override
    public JsonObject toJson() {
        return header.toJson(TYPE, JsonObject.EMPTY.with("meta", JsonObject.EMPTY.with(SNAPSHOT, snapshot.toJson())));
    }
}
