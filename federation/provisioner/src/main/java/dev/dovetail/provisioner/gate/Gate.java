package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a jar may enter the framework, before the framework has seen a byte of it; the same on every platform.
 * Reads through one zip reader and one manifest reader of its own, both stricter than those behind it, so that what it
 * judged is what they will read.
 *
 * <p>Holds no state: one gate serves any number of threads. Memory depends on the limits, not on the jar. The jar must be
 * known by its digest: the gate looks at what it is, not at whether it is the one that was asked for.
 */
public final class Gate {

    private final GateLimits limits;

    /** With the standard limits. */
    public Gate() {
        this(GateLimits.standard());
    }

    /** @param limits when to give up */
    public Gate(GateLimits limits) {
        this.limits = limits;
    }

    /** Whose content is unpacked, to see whether it is what its size and checksum say. */
    private enum Unpack {
        ALL,
        ALL_BUT_CLASSES,
        NONE
    }

    /**
     * Inspects every byte of a jar: its structure, the content of each entry, its manifest. For publishers.
     *
     * @param jar open for reading; its position is moved, it is not closed
     * @param claims what it is held to
     * @return the verdict
     * @throws IOException when it can't be read
     */
    public Verdict inspect(SeekableByteChannel jar, Claims claims) throws IOException {
        return inspect(jar, claims, Unpack.ALL);
    }

    /**
     * Inspects a jar that arrived: all but the content of its classes, which makes up most of a jar. A class loader reads
     * no more of a class than the size that is declared, and that is held to the limits; so a class that lies about it
     * breaks nothing but itself.
     *
     * @param jar open for reading; its position is moved, it is not closed
     * @param claims what it is held to
     * @return the verdict
     * @throws IOException when it can't be read
     */
    public Verdict inspectArrival(SeekableByteChannel jar, Claims claims) throws IOException {
        return inspect(jar, claims, Unpack.ALL_BUT_CLASSES);
    }

    /**
     * Inspects a jar that was inspected when it arrived: its structure and its manifest, under claims that may be others
     * now. The content of its entries can't have changed.
     *
     * @param jar open for reading, with the same digest as then; its position is moved, it is not closed
     * @param claims what it is held to
     * @return the verdict
     * @throws IOException when it can't be read
     */
    public Verdict inspectAgain(SeekableByteChannel jar, Claims claims) throws IOException {
        return inspect(jar, claims, Unpack.NONE);
    }

    private Verdict inspect(SeekableByteChannel jar, Claims claims, Unpack unpack) throws IOException {
        Findings findings = new Findings(claims.where());
        FileWindow file = FileWindow.over(jar);
        try (Contents contents = new Contents(file)) {
            Archive archive = Archive.read(file, limits, findings);
            judgeSize(archive, claims, findings);
            Declared declared = declared(archive, contents);
            new BundleRules(claims, findings).judge(declared);
            new IdentityRules(claims, findings).judge(declared);
            new PackageRules(claims, findings).judge(declared);
            new CodeRules(claims, findings).judge(declared, archive.entries());
            if (findings.isEmpty() && unpack != Unpack.NONE) {
                archive.verify(contents, unpack == Unpack.ALL);
                judgeNested(archive, declared, contents, findings);
            }
            if (findings.isEmpty()) {
                return new Verdict.Admitted(inspected(archive, declared));
            }
        } catch (JarFormException e) {
            e.addTo(findings);
        }
        return new Verdict.Refused(findings.all());
    }

    private static void judgeSize(Archive archive, Claims claims, Findings findings) {
        if (claims.unpackedSize() != Claims.UNKNOWN && claims.unpackedSize() != archive.unpackedSize()) {
            findings.add(
                    Rule.SIZE,
                    "Expected " + claims.unpackedSize() + " bytes unpacked as was signed, found "
                            + archive.unpackedSize());
        }
    }

    private Declared declared(Archive archive, Contents contents) throws IOException, JarFormException {
        List<ManifestHeaders> main = new ArrayList<>();
        List<ManifestHeaders> forReleases = new ArrayList<>();
        for (Placed placed : archive.placed()) {
            if (placed.entry().name().equals(EntryPaths.MANIFEST)) {
                main.add(manifest(placed, contents));
            } else if (MultiRelease.isManifest(placed.entry())) {
                forReleases.add(manifest(placed, contents));
            }
        }
        if (main.size() != 1) {
            throw new JarFormException(
                    Rule.MANIFEST_FORM, "Expected one " + EntryPaths.MANIFEST + ", found " + main.size());
        }
        return Declared.of(main.get(0), forReleases, limits);
    }

    private ManifestHeaders manifest(Placed placed, Contents contents) throws IOException, JarFormException {
        if (placed.entry().size() > limits.manifest()) {
            throw new JarFormException(
                    Rule.MANIFEST_LIMIT,
                    "Expected a manifest of at most " + limits.manifest() + " bytes, found "
                            + placed.entry().size());
        }
        return ManifestHeaders.read(contents.bytes(placed, limits.manifest()), limits);
    }

    /** The framework unpacks and opens jars on the class path, but none inside of those. */
    private void judgeNested(Archive archive, Declared declared, Contents contents, Findings findings)
            throws IOException, JarFormException {
        Set<String> classPath = Declared.paths(declared.classPath()).stream()
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .filter(path -> path.endsWith(".jar"))
                .collect(Collectors.toSet());
        for (Placed placed : archive.placed()) {
            if (classPath.contains(MultiRelease.withoutRelease(placed.entry().name()))) {
                judgeNested(placed, contents, findings);
            }
        }
    }

    private void judgeNested(Placed placed, Contents contents, Findings findings) throws IOException, JarFormException {
        String name = placed.entry().name();
        if (placed.entry().size() > limits.nested()) {
            findings.add(
                    Rule.NESTED,
                    "Expected jars of at most " + limits.nested() + " bytes on the class path, found "
                            + placed.entry().size() + " bytes in \"" + Names.printable(name) + '"');
            return;
        }
        FileWindow file = FileWindow.over(contents.bytes(placed, limits.nested()));
        try (Contents inner = new Contents(file)) {
            Archive archive = Archive.read(file, limits, findings);
            archive.entries().stream()
                    .filter(entry -> entry.name().endsWith(".jar"))
                    .forEach(entry -> findings.expected(
                            Rule.NESTED, "no jar inside of a jar of the class path", name + "!/" + entry.name()));
            archive.verify(inner, true);
        }
    }

    private static Inspected inspected(Archive archive, Declared declared) {
        List<Entry> entries = archive.entries();
        return new Inspected(
                declared.symbolicName(),
                IdentityRules.version(declared.headers().value("Bundle-Version"))
                        .orElseThrow()
                        .toString(),
                archive.unpackedSize(),
                entries.size(),
                Declared.paths(declared.exports()).stream().sorted().toList(),
                declared.fragmentHost(),
                CodeRules.hasNativeCode(declared.headers(), entries));
    }
}
