package dev.dovetail.provisioner.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle declares, as far as the framework goes by it.
 *
 * @param headers the main section of its manifest
 * @param name the clause of its symbolic name
 * @param hosts what it attaches itself to
 * @param exports the packages it offers
 * @param imports the packages it asks for, for all releases of Java
 * @param dynamicImports the packages it may ask for later
 * @param requiredBundles the bundles it asks for by name
 * @param capabilities what else it offers
 * @param requirements what else it asks for, for all releases of Java
 * @param classPath where its classes are
 */
record Declared(
        ManifestHeaders headers,
        List<HeaderClause> name,
        List<HeaderClause> hosts,
        List<HeaderClause> exports,
        List<HeaderClause> imports,
        List<HeaderClause> dynamicImports,
        List<HeaderClause> requiredBundles,
        List<HeaderClause> capabilities,
        List<HeaderClause> requirements,
        List<HeaderClause> classPath) {

    private static final String IMPORT = "Import-Package";
    private static final String REQUIRE = "Require-Capability";

    /** The manifests of other releases of Java replace imports and requirements (Core 8.2), so theirs count as well. */
    static Declared of(ManifestHeaders manifest, List<ManifestHeaders> forReleases, GateLimits limits)
            throws JarFormException {
        ClauseParser parser = new ClauseParser(limits);
        List<HeaderClause> imports = new ArrayList<>(parser.parse(manifest, IMPORT));
        List<HeaderClause> requirements = new ArrayList<>(parser.parse(manifest, REQUIRE));
        for (ManifestHeaders other : forReleases) {
            imports.addAll(parser.parse(other, IMPORT));
            requirements.addAll(parser.parse(other, REQUIRE));
        }
        return new Declared(
                manifest,
                parser.parse(manifest, "Bundle-SymbolicName"),
                parser.parse(manifest, "Fragment-Host"),
                parser.parse(manifest, "Export-Package"),
                List.copyOf(imports),
                parser.parse(manifest, "DynamicImport-Package"),
                parser.parse(manifest, "Require-Bundle"),
                parser.parse(manifest, "Provide-Capability"),
                List.copyOf(requirements),
                parser.parse(manifest, "Bundle-ClassPath"));
    }

    String symbolicName() {
        return name.size() == 1 && name.get(0).paths().size() == 1
                ? name.get(0).paths().get(0)
                : "";
    }

    String fragmentHost() {
        return hosts.isEmpty() ? "" : hosts.get(0).paths().get(0);
    }

    boolean isFragment() {
        return headers.has("Fragment-Host");
    }

    static List<String> paths(List<HeaderClause> clauses) {
        return clauses.stream().flatMap(clause -> clause.paths().stream()).toList();
    }
}
