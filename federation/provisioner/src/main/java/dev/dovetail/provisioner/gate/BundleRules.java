package dev.dovetail.provisioner.gate;

import java.util.List;
import java.util.Set;

/** Nobody gets into bundles of others: not as a fragment, not by requiring them whole, not as an extension. */
final class BundleRules {

    /** The two names that the framework's own bundle goes by. */
    private static final Set<String> FRAMEWORK = Set.of("system.bundle", "org.apache.felix.framework");

    private static final List<String> EXTENSION_ACTIVATORS = List.of("ExtensionBundle-Activator", "Felix-Activator");
    /** These the framework makes itself, from headers that are judged. */
    private static final NamePatterns MADE_BY_FRAMEWORK =
            NamePatterns.of("osgi.wiring.*", "osgi.identity", "osgi.ee", "osgi.native", "osgi.content");

    private final Claims claims;
    private final Findings findings;

    BundleRules(Claims claims, Findings findings) {
        this.claims = claims;
        this.findings = findings;
    }

    void judge(Declared declared) {
        judgeExtension(declared);
        if (declared.isFragment()) {
            judgeFragment(declared);
        }
        Declared.paths(declared.requiredBundles()).forEach(this::judgeRequired);
        Declared.paths(declared.capabilities()).stream()
                .filter(MADE_BY_FRAMEWORK::match)
                .forEach(namespace -> findings.expected(
                        Rule.MANIFEST_FORM, "Provide-Capability without what only the framework provides", namespace));
        Declared.paths(declared.requirements()).stream()
                .filter(namespace -> namespace.startsWith("osgi.wiring."))
                .forEach(namespace -> findings.expected(
                        Rule.MANIFEST_FORM, "Require-Capability without what has a header of its own", namespace));
    }

    private void judgeExtension(Declared declared) {
        boolean extension = declared.hosts().stream()
                .anyMatch(host -> host.paths().stream().anyMatch(FRAMEWORK::contains)
                        || host.directives().keySet().stream().anyMatch("extension"::equalsIgnoreCase));
        if (extension) {
            findings.expected(
                    Rule.EXTENSION,
                    "a bundle that leaves the framework alone",
                    "Fragment-Host: " + declared.headers().value("Fragment-Host"));
        }
        EXTENSION_ACTIVATORS.stream()
                .filter(declared.headers()::has)
                .forEach(header ->
                        findings.expected(Rule.EXTENSION, "a bundle that leaves the framework alone", header));
    }

    private void judgeFragment(Declared declared) {
        String host = declared.fragmentHost();
        if (declared.hosts().size() != 1 || declared.hosts().get(0).paths().size() != 1) {
            findings.expected(
                    Rule.MANIFEST_FORM,
                    "a fragment to have one host",
                    declared.headers().value("Fragment-Host"));
        } else if (!claims.grant().allows(Permission.FRAGMENTS)
                || !claims.grant().owns(host)
                || claims.reserved().bundles().contains(host)) {
            findings.expected(
                    Rule.FRAGMENT,
                    claims.grant().publisher() + " to attach fragments to no bundle, or its own alone",
                    "Fragment-Host: " + host);
        }
    }

    private void judgeRequired(String name) {
        Grant grant = claims.grant();
        boolean own = grant.owns(name) || grant.carries().match(name);
        if (FRAMEWORK.contains(name) || (!own && !claims.reserved().bundles().contains(name))) {
            findings.expected(
                    Rule.REQUIRE_BUNDLE,
                    "Require-Bundle to name bundles of " + grant.publisher() + " or of Dovetail",
                    name);
        }
    }
}
