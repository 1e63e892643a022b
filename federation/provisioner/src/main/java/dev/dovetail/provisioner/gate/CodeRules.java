package dev.dovetail.provisioner.gate;

import java.util.List;
import java.util.Locale;

/** Nothing is run, loaded or looked up in other ways than bundles do. */
final class CodeRules {

    private static final List<String> LIBRARIES = List.of(".dll", ".so", ".dylib", ".jnilib");
    private static final String NATIVE_HEADER = "Bundle-NativeCode";
    private static final String POLICY = "Bundle-ActivationPolicy";
    private static final String MULTI_RELEASE = "Multi-Release";

    private final Claims claims;
    private final Findings findings;

    CodeRules(Claims claims, Findings findings) {
        this.claims = claims;
        this.findings = findings;
    }

    void judge(Declared declared, List<Entry> entries) {
        ManifestHeaders headers = declared.headers();
        for (String header : List.of("Launcher-Agent-Class", "Class-Path")) {
            if (headers.has(header)) {
                findings.expected(
                        Rule.DECLARATION,
                        "a manifest without " + header + ", which is not for bundles",
                        headers.value(header));
            }
        }
        judgePolicy(headers.value(POLICY));
        for (String path : Declared.paths(declared.classPath())) {
            String relative = path.startsWith("/") ? path.substring(1) : path;
            if (!path.equals(".") && !path.equals("/") && !PathForm.isPlain(relative)) {
                findings.expected(Rule.PATH, "Bundle-ClassPath to stay inside the bundle", path);
            }
        }
        if (hasNativeCode(headers, entries) && !claims.grant().allows(Permission.NATIVE)) {
            findings.expected(
                    Rule.NATIVE,
                    claims.grant().publisher() + " to bring no native code",
                    firstLibrary(headers, entries));
        }
        String multiRelease = headers.value(MULTI_RELEASE);
        if (!List.of("", "true", "false").contains(multiRelease)) {
            findings.expected(Rule.MULTI_RELEASE, MULTI_RELEASE + ": true, or no such header", multiRelease);
        }
    }

    /** Bundles are started by hand here, so the policy has no effect; an unknown one might, some day. */
    private void judgePolicy(String policy) {
        if (!policy.isEmpty() && !policy.split(";", -1)[0].trim().equals("lazy")) {
            findings.expected(Rule.DECLARATION, POLICY + ": lazy, or no such header", policy);
        }
    }

    static boolean hasNativeCode(ManifestHeaders headers, List<Entry> entries) {
        return headers.has(NATIVE_HEADER) || entries.stream().anyMatch(CodeRules::isLibrary);
    }

    private static String firstLibrary(ManifestHeaders headers, List<Entry> entries) {
        return entries.stream()
                .filter(CodeRules::isLibrary)
                .map(Entry::name)
                .findFirst()
                .orElseGet(() -> NATIVE_HEADER + ": " + headers.value(NATIVE_HEADER));
    }

    private static boolean isLibrary(Entry entry) {
        if (entry.isDirectory() || entry.isClass()) {
            return false;
        }
        String name = entry.name().toLowerCase(Locale.ROOT);
        return name.contains(".so.") || LIBRARIES.stream().anyMatch(name::endsWith);
    }
}
