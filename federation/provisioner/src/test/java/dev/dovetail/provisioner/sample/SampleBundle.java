package dev.dovetail.provisioner.sample;

import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.store.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** A small real bundle: its jar, and what an index says of it. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares samples.
public record SampleBundle(
        String name,
        String version,
        Map<String, String> headers,
        List<Class<?>> classes,
        List<Clause> capabilities,
        List<Clause> requirements,
        byte[] jar) {

    public static SampleBundle named(String name, String version) {
        Map<String, Object> identity =
                Map.of("osgi.identity", name, "type", "osgi.bundle", "version", Version.parseVersion(version));
        return assembled(
                name,
                version,
                Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", version),
                List.of(),
                List.of(new Clause("osgi.identity", identity, Map.of())),
                List.of());
    }

    private static SampleBundle assembled(
            String name,
            String version,
            Map<String, String> headers,
            List<Class<?>> classes,
            List<Clause> capabilities,
            List<Clause> requirements) {
        return new SampleBundle(name, version, headers, classes, capabilities, requirements, jar(headers, classes));
    }

    public SampleBundle exporting(String packageName, String version) {
        return with(
                "Export-Package",
                packageName + ";version=\"" + version + "\"",
                new Clause(
                        "osgi.wiring.package",
                        Map.of("osgi.wiring.package", packageName, "version", Version.parseVersion(version)),
                        Map.of()));
    }

    public SampleBundle importing(String packageName, String range) {
        SampleBundle plain = importingSilently(packageName, range);
        String filter =
                "(&(osgi.wiring.package=" + packageName + ")" + new VersionRange(range).toFilterString("version") + ")";
        List<Clause> more = new ArrayList<>(requirements);
        more.add(new Clause("osgi.wiring.package", Map.of(), Map.of("filter", filter)));
        return assembled(name, version, plain.headers, classes, capabilities, more);
    }

    /** Imports a package in the manifest, of which the index knows nothing. */
    public SampleBundle importingSilently(String packageName, String range) {
        return header("Import-Package", packageName + ";version=\"" + range + "\"");
    }

    public SampleBundle feature(String id, String title) {
        return with(
                        "Provide-Capability",
                        "dovetail.feature;dovetail.feature=\"" + id + "\";title=\"" + title + "\"",
                        new Clause("dovetail.feature", Map.of("dovetail.feature", id, "title", title), Map.of()))
                .with(
                        "Provide-Capability",
                        "dovetail.view;dovetail.view=\"" + id + ".main\";title=\"" + title + "\"",
                        new Clause("dovetail.view", Map.of("dovetail.view", id + ".main", "title", title), Map.of()));
    }

    public SampleBundle activator(Class<? extends BundleActivator> type) {
        List<Class<?>> more = new ArrayList<>(classes);
        more.add(type);
        SampleBundle named = header("Bundle-Activator", type.getName());
        return assembled(name, version, named.headers, more, capabilities, requirements)
                .importingSilently("org.osgi.framework", "[1,2)");
    }

    public SampleBundle header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.merge(name, value, (old, added) -> old + "," + added);
        return assembled(this.name, version, more, classes, capabilities, requirements);
    }

    /** Says that no other version may be there beside it. */
    public SampleBundle alone() {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("Bundle-SymbolicName", name + ";singleton:=true");
        return assembled(name, version, more, classes, capabilities, requirements);
    }

    /** The index goes on to say what it said, but the bytes are others. */
    public SampleBundle jar(byte[] other) {
        return new SampleBundle(name, version, headers, classes, capabilities, requirements, other);
    }

    private SampleBundle with(String header, String value, Clause capability) {
        List<Clause> more = new ArrayList<>(capabilities);
        more.add(capability);
        return assembled(name, version, header(header, value).headers, classes, more, requirements);
    }

    private static byte[] jar(Map<String, String> headers, List<Class<?>> classes) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
                    code.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Content content() {
        return Samples.content(jar);
    }

    public String sha256() {
        return content().sha256();
    }

    /** The name of its file in a repository. */
    public String file() {
        return "bundles/" + name + "-" + version + ".jar";
    }

    public LockedBundle locked(URI repository) {
        return new LockedBundle(name, version, content(), repository.resolve(file()), repository);
    }

    public IndexedBundle indexed(URI repository) {
        return new IndexedBundle(
                new IndexedBundle.Identity(name, Version.parseVersion(version), sha256()),
                jar.length,
                repository.resolve(file()),
                repository,
                capabilities,
                requirements);
    }

    @Override
    public String toString() {
        return name + " " + version
                + headers.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ", " {", "}"));
    }
}
