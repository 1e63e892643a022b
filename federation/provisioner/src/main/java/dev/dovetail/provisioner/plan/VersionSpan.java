package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.RequirementFilter;
import org.osgi.framework.Version;

/**
 * The versions that a filter lets through, in OSGi's notation with trailing zeros left out.
 *
 * @param text such as {@code [26,30)}, {@code 1.2} for that or later, or empty when any will do
 */
record VersionSpan(String text) {

    static VersionSpan of(RequirementFilter filter) {
        var floor = "";
        var open = "[";
        var ceiling = "";
        var close = ")";
        for (var term : filter.terms()) {
            if (!term.attribute().equals("version") && !term.attribute().equals("bundle-version")) {
                continue;
            }
            var version = brief(term.value());
            switch (term.operator() + term.negated()) {
                case ">=false" -> floor = version;
                case "<=true" -> {
                    floor = version;
                    open = "(";
                }
                case ">=true" -> ceiling = version;
                case "<=false" -> {
                    ceiling = version;
                    close = "]";
                }
                case "=false" -> {
                    return new VersionSpan("[" + version + "," + version + "]");
                }
                default -> {
                    // "Not exactly this version" cannot be said as a range, and nobody writes it.
                }
            }
        }
        if (ceiling.isEmpty()) {
            return new VersionSpan(open.equals("[") ? floor : "(" + floor + ",∞)");
        }
        return new VersionSpan(open + (floor.isEmpty() ? "0" : floor) + "," + ceiling + close);
    }

    private static String brief(String version) {
        try {
            return brief(Version.parseVersion(version));
        } catch (IllegalArgumentException e) {
            // Matches nothing then; people should see it as it is written.
            return version;
        }
    }

    static String brief(Version version) {
        if (!version.getQualifier().isEmpty() || version.getMicro() != 0) {
            return version.toString();
        }
        return version.getMinor() == 0
                ? String.valueOf(version.getMajor())
                : version.getMajor() + "." + version.getMinor();
    }
}
