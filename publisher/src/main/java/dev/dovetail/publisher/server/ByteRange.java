package dev.dovetail.publisher.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param first the first byte's position
 * @param last the last byte's position
 */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Whether the header asks for something that can be understood; else it is as if it were not there. */
    static boolean understood(String header) {
        Matcher matcher = SINGLE.matcher(header);
        return matcher.matches()
                && !(matcher.group(1).isEmpty() && matcher.group(2).isEmpty())
                && (matcher.group(1).isEmpty()
                        || matcher.group(2).isEmpty()
                        || Long.parseLong(matcher.group(1)) <= Long.parseLong(matcher.group(2)));
    }

    /** The part that an understood header asks for; empty where the file has no byte of it. */
    static Optional<ByteRange> of(String header, long length) {
        Matcher matcher = SINGLE.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first;
        long last = length - 1;
        if (matcher.group(1).isEmpty()) {
            first = Math.max(0, length - Long.parseLong(matcher.group(2)));
        } else {
            first = Long.parseLong(matcher.group(1));
            last = matcher.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(matcher.group(2)));
        }
        return first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }
}
