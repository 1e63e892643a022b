package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonException;

/** Turns what a record's own checks refuse into what a reader refuses. */
final class Form {

    private Form() {}

    /** Reads one record. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws JsonException;
    }

    static <T> T checked(Reading<T> reading) throws JsonException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }
}
