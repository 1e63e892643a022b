package dev.dovetail.publisher.repository;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a repository says that it brings. Whoever adds it decides what of that it may.
 *
 * @param name what it calls itself
 * @param bundles the names of its own bundles
 * @param carries the names of others' bundles that it brings along
 */
public record Charter(String name, List<NamePattern> bundles, List<NamePattern> carries) {

    private static final String MEMBER = "x-dovetail";
    private static final List<NamePattern> ANY = List.of(new NamePattern("*"));

    /** Copies the lists. A repository that names no bundles may bring any. */
    public Charter {
        bundles = bundles.isEmpty() ? ANY : List.copyOf(bundles);
        carries = List.copyOf(carries);
    }

    /**
     * @param name what it calls itself
     * @param bundles names of its own bundles, or patterns of them; none for any
     * @return a repository that carries nothing of others
     */
    public static Charter of(String name, String... bundles) {
        return new Charter(name, patterns(List.of(bundles)), List.of());
    }

    /**
     * @param names bundles of others
     * @return the same, bringing those along
     */
    public Charter carrying(String... names) {
        return new Charter(name, bundles, patterns(List.of(names)));
    }

    /**
     * @param texts names of bundles, or patterns
     * @return the patterns
     */
    public static List<NamePattern> patterns(Collection<String> texts) {
        return texts.stream().map(NamePattern::new).toList();
    }

    /**
     * @param targets a repository's top-level targets
     * @return what it says that it brings, if it says so in a way that can be understood
     */
    public static Optional<Charter> of(Targets targets) {
        try {
            return Optional.of(read(targets.header().extra()));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** All names together: what the first team may publish. */
    List<NamePattern> all() {
        List<NamePattern> all = new ArrayList<>(new LinkedHashSet<>(bundles));
        carries.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return all;
    }

    JsonObject writeTo(JsonObject extra) {
        return extra.with(
                MEMBER,
                JsonObject.EMPTY
                        .with("name", Json.text(name))
                        .with("bundles", texts(bundles))
                        .with("carries", texts(carries)));
    }

    private static Json texts(List<NamePattern> patterns) {
        return Json.texts(patterns.stream().map(NamePattern::text).toList());
    }

    static Charter read(JsonObject extra) throws JsonException {
        try {
            JsonObject charter = extra.object(MEMBER);
            return new Charter(
                    charter.text("name"), patterns(charter.texts("bundles")), patterns(charter.texts("carries")));
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }
}
