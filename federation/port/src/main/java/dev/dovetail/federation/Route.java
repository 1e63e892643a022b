package dev.dovetail.federation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way to a view, from anywhere: {@code charts/board?table=sales&kind=LINE}. Immutable; specified in
 * {@code docs/formats/routes.md}.
 *
 * @param path a feature's id and what follows it, with {@code /} between
 * @param parameters names and, decoded, their values in the order of the route
 */
public record Route(String path, Map<String, List<String>> parameters) {

    /** The longest route, in characters. */
    public static final int LONGEST = 8192;

    /** The most values in one route. */
    public static final int MOST = 256;

    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9-]*(/[A-Za-z0-9._~-]+){0,7}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    // RFC 3986, 3.4 without & and =, which separate.
    private static final Pattern VALUE =
            Pattern.compile("([A-Za-z0-9._~!$'()*+,;:@/?-]|%[0-9A-Fa-f]{2}|[^\\x00-\\x7F])*");

    /** Copies the map. */
    public Route {
        Map<String, List<String>> copy = new TreeMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a route strictly.
     *
     * @param text the route as a person writes it
     * @return it
     * @throws FederationException {@code DT-ROUTE-001}: it is none; the message says where
     */
    public static Route parse(String text) throws FederationException {
        require(text.length() <= LONGEST, "at most " + LONGEST + " characters", text.length() + " characters");
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        require(
                isPath(path),
                "a feature's id and parts of letters, digits, ., _, ~ and - with / between",
                quoted(path));
        Map<String, List<String>> parameters = new TreeMap<>();
        if (question >= 0) {
            String[] pairs = text.substring(question + 1).split("&", -1);
            require(pairs.length <= MOST, "at most " + MOST + " parameters", pairs.length + " of them");
            for (String pair : pairs) {
                add(pair, parameters);
            }
        }
        return new Route(path, parameters);
    }

    private static void add(String pair, Map<String, List<String>> parameters) throws FederationException {
        int equals = pair.indexOf('=');
        require(equals > 0, "a parameter as name=value", quoted(pair));
        String name = pair.substring(0, equals);
        require(
                NAME.matcher(name).matches(),
                "a parameter's name of letters, digits, ., _ and -, beginning with a letter, at most 64",
                quoted(name));
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(decoded(name, pair.substring(equals + 1)));
    }

    private static String decoded(String name, String value) throws FederationException {
        require(
                VALUE.matcher(value).matches(),
                "% and two hexadecimal digits for what can't stand in the value of " + name + " as it is",
                quoted(value));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(value)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw none("UTF-8 behind the % of " + name, quoted(value));
        }
    }

    private static byte[] bytes(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int n = 0; n < value.length(); n++) {
            if (value.charAt(n) == '%') {
                bytes.write(Integer.parseInt(value.substring(n + 1, n + 3), 16));
                n += 2;
            } else {
                int end = value.offsetByCodePoints(n, 1);
                bytes.writeBytes(value.substring(n, end).getBytes(StandardCharsets.UTF_8));
                n = end - 1;
            }
        }
        return bytes.toByteArray();
    }

    /**
     * @param text anything
     * @return whether it is the path of some route
     */
    public static boolean isPath(String text) {
        return text.length() <= LONGEST && PATH.matcher(text).matches();
    }

    /**
     * @param viewId the id of a view that declares no route
     * @return its route: a {@code /} for the first dot
     */
    public static String of(String viewId) {
        return viewId.replaceFirst("\\.", "/");
    }

    /** @return the id of the feature that it leads to */
    public String featureId() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /**
     * Finds the view that it leads to; a feature's id alone leads to its first view, unless another one has that route.
     *
     * @param snapshot what is known
     * @return the view
     * @throws FederationException {@code DT-ROUTE-002}: no such feature is known; {@code DT-ROUTE-003}: it has no such
     *     view
     */
    public Contribution.View in(Snapshot snapshot) throws FederationException {
        Optional<FeatureStatus> feature = snapshot.feature(featureId());
        if (feature.isEmpty()) {
            throw new FederationException(
                    "DT-ROUTE-002",
                    "Expected a feature at the beginning of the route " + path + ", but no installed feature and no"
                            + " repository has " + quoted(featureId()) + ".",
                    "See what there is with: dovetail list.");
        }
        List<Contribution.View> views = feature.get().contributions().stream()
                .filter(Contribution.View.class::isInstance)
                .map(Contribution.View.class::cast)
                .toList();
        return views.stream()
                .filter(view -> view.route().equals(path))
                .findFirst()
                .or(() -> path.equals(featureId())
                        ? views.stream().min(Comparator.comparingInt(Contribution.View::order))
                        : Optional.empty())
                .orElseThrow(() -> noView(feature.get(), views));
    }

    private FederationException noView(FeatureStatus feature, List<Contribution.View> views) {
        String there = views.stream().map(Contribution.View::route).collect(Collectors.joining(", "));
        return new FederationException(
                "DT-ROUTE-003",
                "Expected a view of " + feature.title() + " " + feature.state().version() + " at the route " + path
                        + ", found " + (there.isEmpty() ? "no views at all" : "only " + there) + ".",
                "A newer version may have it; see with: dovetail list.");
    }

    private static String quoted(String text) {
        String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return "\"" + start + "\"";
    }

    private static void require(boolean held, String expected, String found) throws FederationException {
        if (!held) {
            throw none(expected, found);
        }
    }

    private static FederationException none(String expected, String found) {
        return new FederationException(
                "DT-ROUTE-001",
                "Expected " + expected + " in a route, found " + found + ".",
                "A route looks like charts/board?table=sales.");
    }
}
