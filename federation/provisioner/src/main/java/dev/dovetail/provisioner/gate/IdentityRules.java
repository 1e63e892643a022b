package dev.dovetail.provisioner.gate;

import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** A bundle is who the repository says it is, and the repository may bring it. */
final class IdentityRules {

    private final Claims claims;
    private final Findings findings;

    IdentityRules(Claims claims, Findings findings) {
        this.claims = claims;
        this.findings = findings;
    }

    void judge(Declared declared) {
        String manifestVersion = declared.headers().value("Bundle-ManifestVersion");
        if (!manifestVersion.trim().equals("2")) {
            findings.expected(Rule.MANIFEST_FORM, "Bundle-ManifestVersion 2", manifestVersion);
        }
        String name = declared.symbolicName();
        if (!Names.isDotted(name)) {
            findings.expected(
                    Rule.NAME,
                    "a Bundle-SymbolicName of ASCII letters, digits and _ . -",
                    declared.headers().value("Bundle-SymbolicName"));
            return;
        }
        judgeIdentity(name, declared.headers().value("Bundle-Version"));
        Stream.concat(claims.neighbours().stream(), claims.reserved().bundles().stream())
                .filter(other -> other.equalsIgnoreCase(name) && !other.equals(name))
                .forEach(other -> findings.expected(
                        Rule.NAME, "a name that differs from " + other + " by more than upper and lower case", name));
        judgeNamespace(name);
    }

    private void judgeIdentity(String name, String version) {
        Optional<Version> found = version(version);
        if (found.isEmpty()) {
            findings.expected(Rule.MANIFEST_FORM, "a Bundle-Version such as 1.2.3", version);
        } else if (!isClaimed(name, found.get())) {
            findings.expected(
                    Rule.IDENTITY,
                    claims.symbolicName() + " " + claims.version() + " as the index says",
                    name + " " + found.get());
        }
    }

    private boolean isClaimed(String name, Version version) {
        return (claims.symbolicName().isEmpty() || claims.symbolicName().equals(name))
                && (claims.version().isEmpty() || version.equals(Version.parseVersion(claims.version())));
    }

    private void judgeNamespace(String name) {
        Grant grant = claims.grant();
        if (claims.reserved().bundles().contains(name)) {
            findings.expected(Rule.NAMESPACE, "a bundle that does not come with Dovetail itself", name);
        } else if (!grant.owns(name) && !grant.carries().match(name)) {
            findings.expected(
                    Rule.NAMESPACE,
                    grant.publisher() + " to bring bundles named " + grant.bundles() + ", or to carry "
                            + grant.carries(),
                    name);
        }
    }

    /** A missing one is 0.0.0 (Core 3.2.5). */
    static Optional<Version> version(String text) {
        try {
            return Optional.of(Version.parseVersion(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
