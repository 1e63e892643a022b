package dev.dovetail.provisioner.catalog;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a bundle's capabilities say about a feature. */
public sealed interface FeatureReading {

    /** The namespace of the capability that makes a bundle a feature bundle. */
    String FEATURE = "dovetail.feature";

    /** The namespace of a view's capability. */
    String VIEW = "dovetail.view";

    /** The namespace of a command's capability. */
    String COMMAND = "dovetail.command";

    /** The bundle is no feature bundle and does not say so. */
    record NoFeature() implements FeatureReading {}

    /**
     * The bundle wants to be a feature bundle, but does not describe itself properly.
     *
     * @param reason what was expected and what was found
     */
    record Unusable(String reason) implements FeatureReading {}

    /**
     * The bundle is a feature bundle.
     *
     * @param feature what it says of itself
     */
    record Described(FeatureDescription feature) implements FeatureReading {}

    /**
     * Reads what a bundle says.
     *
     * @param bundle any bundle
     * @return one of the three
     */
    static FeatureReading of(IndexedBundle bundle) {
        var features = bundle.capabilities(FEATURE);
        if (features.isEmpty()) {
            return new NoFeature();
        }
        try {
            if (features.size() > 1) {
                throw new IllegalArgumentException("expected one " + FEATURE + ", found " + features.size());
            }
            return new Described(
                    new Reader(bundle).describe(new Attributes(features.get(0).clause())));
        } catch (IllegalArgumentException e) {
            return new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the capabilities of one feature bundle. */
    record Reader(IndexedBundle bundle) {

        private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
        private static final String ICON = "icon";
        private static final String TITLE = "title";

        // The defaults below are those of @Feature, @View and @Command: bnd leaves them out of the manifest.
        private FeatureDescription describe(Attributes feature) {
            var id = feature.text(FEATURE);
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "expected an id of lower-case letters, digits and -, beginning with a letter, found \"" + id
                                + "\"");
            }
            return new FeatureDescription(
                    id,
                    feature.text(TITLE),
                    feature.text("description", ""),
                    feature.text(ICON, "box"),
                    feature.text("vendor", ""),
                    feature.flag("exclusive"),
                    contributions(id),
                    Mandate.of(bundle),
                    bundle);
        }

        private List<Contribution> contributions(String featureId) {
            var views = bundle.capabilities(VIEW).stream()
                    .map(capability -> new Attributes(capability.clause()))
                    .map(view -> view(featureId, view))
                    .sorted(Comparator.comparingInt(Contribution.View::order)
                            .thenComparing(Contribution.View::title)
                            .thenComparing(Contribution.View::id))
                    .toList();
            var commands = bundle.capabilities(COMMAND).stream()
                    .map(capability -> new Attributes(capability.clause()))
                    .map(command -> new Contribution.Command(
                            command.text(COMMAND), command.text(TITLE), command.text(ICON, "terminal")))
                    .sorted(Comparator.comparing(Contribution.Command::title).thenComparing(Contribution.Command::id))
                    .toList();
            var all = new ArrayList<Contribution>(views);
            all.addAll(commands);
            checkIds(featureId, all);
            checkRoutes(views);
            return all;
        }

        private static Contribution.View view(String featureId, Attributes view) {
            var id = view.text(VIEW);
            var declared = view.text("route", "");
            if (!declared.isEmpty() && !(Route.isPath(declared) && (declared + "/").startsWith(featureId + "/"))) {
                throw new IllegalArgumentException("expected the route of " + id + " to be \"" + featureId
                        + "\" or to begin with \"" + featureId + "/\", found \"" + declared + "\"");
            }
            return new Contribution.View(
                    id,
                    view.text(TITLE),
                    view.text(ICON, "box"),
                    view.number("order", 100),
                    declared.isEmpty() ? Route.of(id) : declared);
        }

        private static void checkRoutes(List<Contribution.View> views) {
            var seen = new HashSet<String>();
            for (var view : views) {
                if (!seen.add(view.route())) {
                    throw new IllegalArgumentException(
                            "expected one view at the route \"" + view.route() + "\", found two");
                }
            }
        }

        private static void checkIds(String featureId, List<Contribution> contributions) {
            var seen = new HashSet<String>();
            for (var contribution : contributions) {
                var id = contribution.id();
                if (!id.startsWith(featureId + ".") || id.length() == featureId.length() + 1) {
                    throw new IllegalArgumentException("expected the name of a view or command to begin with \""
                            + featureId + ".\", found \"" + id + "\"");
                }
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("expected \"" + id + "\" once, found it twice");
                }
            }
        }
    }

    /** The attributes of one capability, by type. */
    record Attributes(Clause clause) {

        private String text(String name) {
            return text(name, null);
        }

        private String text(String name, @Nullable String otherwise) {
            Object value = clause.attributes().getOrDefault(name, otherwise == null ? "" : otherwise);
            if (value instanceof String text && (otherwise != null || !text.isBlank())) {
                return text;
            }
            throw unexpected(name, "a text", value);
        }

        private boolean flag(String name) {
            var value = text(name, "false");
            if (value.equals("true") || value.equals("false")) {
                return value.equals("true");
            }
            throw unexpected(name, "true or false", value);
        }

        private int number(String name, int otherwise) {
            var value = clause.attributes().getOrDefault(name, (long) otherwise);
            if (value instanceof Long number && number == number.intValue()) {
                return number.intValue();
            }
            throw unexpected(name, "a whole number of type Long", value);
        }

        private IllegalArgumentException unexpected(String name, String expected, Object value) {
            return new IllegalArgumentException(
                    "expected " + expected + " as " + name + " of " + clause.namespace() + ", found \"" + value + "\"");
        }
    }
}
