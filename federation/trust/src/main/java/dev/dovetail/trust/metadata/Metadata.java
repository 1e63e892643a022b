package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonObject;
import java.time.Instant;

/** The part of a metadata file that is signed. */
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {

    /** @return what all metadata say of themselves */
    Header header();

    /** @return the JSON form, from which an equal value is read */
    JsonObject toJson();

    /** @return which version of its file this is, 1 or more */
    default long version() {
        return header().version();
    }

    /** @return the time from which on it is not believed */
    default Instant expires() {
        return header().expires();
    }
}
