package dev.dovetail.publisher.server;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request's headers ask for. */
record Request(Headers headers) {

    /** Whether the client has this content already (If-None-Match; a weak comparison, as RFC 9110 13.1.2 wants). */
    boolean has(String tag) {
        return elements("If-None-Match").stream()
                .anyMatch(known ->
                        known.equals("*") || known.equals('"' + tag + '"') || known.equals("W/\"" + tag + '"'));
    }

    /** The Range header, where there is one that is understood and still about the same content. */
    Optional<String> range(String tag) {
        String header = headers.getFirst("Range");
        String condition = headers.getFirst("If-Range");
        boolean same = condition == null || condition.equals('"' + tag + '"');
        return header != null && same && ByteRange.understood(header) ? Optional.of(header) : Optional.empty();
    }

    boolean acceptsGzip() {
        return elements("Accept-Encoding").stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(coding -> coding.equals("gzip") || (coding.startsWith("gzip;q=") && !zero(coding)));
    }

    private static boolean zero(String coding) {
        return coding.substring(coding.indexOf('=') + 1).matches("0(\\.0{0,3})?");
    }

    private List<String> elements(String name) {
        List<String> elements = new ArrayList<>();
        for (String line : headers.getOrDefault(name, List.of())) {
            Arrays.stream(line.split(",")).map(String::strip).forEach(elements::add);
        }
        return elements;
    }
}
