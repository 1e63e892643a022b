package dev.dovetail.provisioner.gate;

/** Nobody offers packages that are another's, and nobody asks for those that reach into others. */
final class PackageRules {

    /** Inside the JDK; {@code sun.misc} too, which is why libraries that know better ask for it as optional. */
    private static final NamePatterns JDK_INTERNAL = NamePatterns.of("sun.*", "jdk.internal.*", "com.sun.proxy");

    private final Claims claims;
    private final Findings findings;

    PackageRules(Claims claims, Findings findings) {
        this.claims = claims;
        this.findings = findings;
    }

    void judge(Declared declared) {
        boolean owned = claims.grant().owns(declared.symbolicName());
        Declared.paths(declared.exports()).forEach(name -> judgeExport(name, owned));
        for (HeaderClause clause : declared.imports()) {
            if (!clause.isOptional()) {
                clause.paths().forEach(this::judgeImport);
            }
        }
        Declared.paths(declared.dynamicImports()).forEach(this::judgeDynamicImport);
    }

    private void judgeExport(String name, boolean owned) {
        Grant grant = claims.grant();
        if (claims.reserved().covers(name)) {
            findings.expected(Rule.RESERVED_EXPORT, "exports that are not the platform's", name);
        } else if (grant.foreign().match(name)) {
            findings.expected(Rule.FOREIGN_EXPORT, "exports that are not another repository's", name);
        } else if (owned && !grant.packages().match(name)) {
            findings.expected(
                    Rule.FOREIGN_EXPORT, grant.publisher() + " to export packages named " + grant.packages(), name);
        }
    }

    private void judgeImport(String name) {
        if (Reserved.hides(name) || JDK_INTERNAL.match(name)) {
            findings.expected(Rule.IMPORT, "imports of packages that are open to features", name);
        }
    }

    private void judgeDynamicImport(String name) {
        if (name.endsWith("*") && !claims.grant().allows(Permission.DYNAMIC_IMPORTS)) {
            findings.expected(Rule.DYNAMIC_IMPORT, "dynamic imports of packages that are named one by one", name);
        } else if (Reserved.hides(name)) {
            findings.expected(Rule.DYNAMIC_IMPORT, "dynamic imports of packages that are open to features", name);
        }
    }
}
