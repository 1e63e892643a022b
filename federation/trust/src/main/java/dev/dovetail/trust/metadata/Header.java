package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What all metadata say of themselves.
 *
 * @param specVersion the version of the specification that they follow, such as {@code 1.0.34}
 * @param version which version of the file this is, 1 or more
 * @param expires the time from which on it is not believed, a whole second
 * @param extra members that are none of ours, kept as they are
 */
public record Header(String specVersion, long version, Instant expires, JsonObject extra) {

    /** The version of the specification that is written here. */
    public static final String SPECIFICATION = "1.0.34";

    /** The largest version a file may have: beyond, readers that count in floating point don't agree. */
    public static final long LAST_VERSION = 1L << 53;

    private static final Set<String> OWN = Set.of("_type", "spec_version", "version", "expires");

    /** Checks the version and the time. */
    public Header {
        if (version < 1 || version > LAST_VERSION) {
            throw new IllegalArgumentException(
                    "expected a \"version\" from 1 to " + LAST_VERSION + ", found " + version);
        }
        if (!expires.equals(expires.truncatedTo(ChronoUnit.SECONDS))
                || expires.toString().length() != 20) {
            throw new IllegalArgumentException("expected \"expires\" as a whole second, found " + expires);
        }
    }

    /**
     * @param version which version of the file this is
     * @param expires the time from which on it is not believed; fractions of a second are cut off
     * @return a header of the current specification, with nothing extra
     */
    public static Header of(long version, Instant expires) {
        return new Header(SPECIFICATION, version, expires.truncatedTo(ChronoUnit.SECONDS), JsonObject.EMPTY);
    }

    static Header read(String type, JsonObject signed, Set<String> others) throws JsonException {
        if (!signed.text("_type").equals(type)) {
            throw new JsonException("expected \"_type\" " + type + ", found " + signed.text("_type"));
        }
        Set<String> known = new LinkedHashSet<>(OWN);
        known.addAll(others);
        return Form.checked(() -> new Header(
                specification(signed.text("spec_version")),
                signed.integer("version"),
                time(signed.text("expires")),
                signed.without(known)));
    }

    private static String specification(String version) throws JsonException {
        if (!version.equals("1") && !version.startsWith("1.")) {
            throw new UnsupportedSpecification(version);
        }
        return version;
    }

    /** Java reads more forms of a time than the specification has; what is written back shows which it was. */
    private static Instant time(String text) throws JsonException {
        try {
            Instant time = Instant.parse(text);
            if (text.length() == 20 && time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new JsonException("expected \"expires\" as YYYY-MM-DDTHH:MM:SSZ, found " + text, e);
        }
        throw new JsonException("expected \"expires\" as YYYY-MM-DDTHH:MM:SSZ, found " + text);
    }

    JsonObject toJson(String type, JsonObject body) {
        return JsonObject.EMPTY
                .with("_type", Json.text(type))
                .with("spec_version", Json.text(specVersion))
                .with("version", Json.integer(version))
                .with("expires", Json.text(expires.toString()))
                .with(body)
                .with(extra);
    }
}
