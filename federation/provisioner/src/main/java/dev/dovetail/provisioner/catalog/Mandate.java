package dev.dovetail.provisioner.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a publisher says of a release that must be in by a moment. It stands in the signed index, beside what the bundle says
 * of itself, and never in the bundle: a release can become one that must be in after it was published.
 *
 * @param by the moment, in whole seconds
 * @param because why, in a sentence, or empty
 */
public record Mandate(Instant by, String because) {

    /** The namespace of its capability. */
    public static final String NAMESPACE = "dovetail.mandatory";

    /** How many characters the reason may have. */
    public static final int LONGEST = 200;

    private static final String BECAUSE = "because";
    // Narrower than what the JDK parses: four digits of a year, and an offset, since people are in many time zones.
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /**
     * Checks the reason, and cuts the moment to whole seconds.
     *
     * @throws IllegalArgumentException when the reason is too long, or has characters that are none to read
     */
    public Mandate {
        by = by.truncatedTo(ChronoUnit.SECONDS);
        if (because.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a reason of at most " + LONGEST + " characters, found " + because.length());
        }
        because.codePoints().filter(Mandate::isUnreadable).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException("expected a reason in one line of readable characters, found U+"
                    + String.format("%04X", character));
        });
    }

    /** Control characters, and those that turn the direction of writing round or are not seen at all. */
    private static boolean isUnreadable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * @param text a moment, such as {@code 2026-12-01T12:00Z} or {@code 2026-12-01T13:00+01:00}
     * @return the moment
     * @throws IllegalArgumentException when it is none, or doesn't say in which time zone
     */
    public static Instant moment(String text) {
        if (MOMENT.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(expected(text), e);
            }
        }
        throw new IllegalArgumentException(expected(text));
    }

    private static String expected(String text) {
        String found = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return "expected a moment with its time zone, such as 2026-12-01T12:00Z, found \"" + found + "\"";
    }

    /**
     * @param bundle of an index
     * @return what its publisher says of it, if anything
     * @throws IllegalArgumentException when that can't be understood
     */
    public static Optional<Mandate> of(IndexedBundle bundle) {
        var all = bundle.capabilities(NAMESPACE);
        if (all.size() > 1) {
            throw new IllegalArgumentException("expected one " + NAMESPACE + ", found " + all.size());
        }
        return all.stream().map(IndexedCapability::clause).map(Mandate::of).findFirst();
    }

    private static Mandate of(Clause clause) {
        if (clause.attributes().get(NAMESPACE) instanceof String by
                && clause.attributes().getOrDefault(BECAUSE, "") instanceof String because) {
            return new Mandate(moment(by), because);
        }
        throw new IllegalArgumentException(
                "expected " + NAMESPACE + " and " + BECAUSE + " as texts, found " + clause.attributes());
    }

    /** @return the capability that says so */
    public Clause clause() {
        return new Clause(NAMESPACE, Map.of(NAMESPACE, by.toString(), BECAUSE, because), Map.of());
    }
}
