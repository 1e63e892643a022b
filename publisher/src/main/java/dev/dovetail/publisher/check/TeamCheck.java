package dev.dovetail.publisher.check;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.repository.Target;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.publisher.jar.BundleJar;
import dev.dovetail.publisher.jar.JarInspection;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at everything that one team offers. What can't be fetched or is wrong is a problem, and the rest is looked at. */
final class TeamCheck {

    private final Visit visit;
    private final String team;
    private final JarInspection inspection = new JarInspection();
    private final List<String> problems = new ArrayList<>();
    private int bundles;
    private long bytes;

    TeamCheck(Visit visit, String team) {
        this.visit = visit;
        this.team = team;
    }

    int bundles() {
        return bundles;
    }

    long bytes() {
        return bytes;
    }

    /** What is wrong, in words. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The paths of the team's bundles. */
    List<String> run() throws IOException, HomeException {
        String index = "index-" + team + ".xml.gz";
        Map<String, TargetFile> files = new TreeMap<>();
        try {
            Map<String, Target> found = visit.find(List.of(index));
            Targets offered = visit.offered(team);
            files.putAll(offered.targets());
            files.remove(index);
            compare(index(found, index), files);
            lookAt(visit.find(files.keySet()), files);
        } catch (UntrustedException | RepositoryException | TrustException | PublishException e) {
            problems.add("team " + team + ": " + e.getMessage());
        }
        return List.copyOf(files.keySet());
    }

    private TeamIndex index(Map<String, Target> found, String path)
            throws UntrustedException, RepositoryException, HomeException, IOException, PublishException {
        Target target = found.get(path);
        if (target == null) {
            problems.add("team " + team + ": expected " + path + ", found none");
            return new TeamIndex(team, List.of());
        }
        Path file = visit.download(target);
        return TeamIndex.read(team, Files.readAllBytes(file));
    }

    /** Both have the same bundles, of the same digests and sizes. */
    private void compare(TeamIndex index, Map<String, TargetFile> files) {
        Map<String, TargetFile> left = new TreeMap<>(files);
        for (IndexEntry entry : index) {
            TargetFile file = left.remove(entry.path());
            if (file == null) {
                problems.add("index of " + team + ": expected a signed target for " + entry.path() + ", found none");
            } else if (!file.digests().sha256().orElse("").equals(entry.sha256()) || file.length() != entry.size()) {
                problems.add("index of " + team + ": expected digest and size of the signed target for " + entry.path()
                        + ", found others");
            }
        }
        left.keySet().forEach(path -> problems.add("index of " + team + ": expected " + path + ", found no entry"));
    }

    private void lookAt(Map<String, Target> found, Map<String, TargetFile> files) throws IOException, HomeException {
        for (Map.Entry<String, TargetFile> file : files.entrySet()) {
            Target target = found.get(file.getKey());
            if (target == null || !target.role().equals(team)) {
                problems.add(file.getKey() + ": expected team " + team + " to be asked for it, found "
                        + (target == null ? "nobody" : target.role()));
                continue;
            }
            bundles++;
            bytes += target.file().length();
            try {
                Path jar = visit.download(target);
                judge(file.getKey(), file.getValue(), inspection.inspect(jar));
                Files.delete(jar);
            } catch (UntrustedException | RepositoryException | PublishException e) {
                problems.add(file.getKey() + ": " + e.getMessage());
            }
        }
    }

    private void judge(String path, TargetFile file, BundleJar jar) {
        String expected = "bundles/" + jar.bsn() + "/" + jar.bsn() + "-" + jar.version() + ".jar";
        if (!path.equals(expected)) {
            problems.add(path + ": expected the bundle that the path names, found " + jar.title());
        }
        JsonObject custom = JsonObject.EMPTY
                .with("bsn", Json.text(jar.bsn()))
                .with("version", Json.text(jar.version().toString()))
                .with("size-unpacked", Json.integer(jar.unpacked()));
        if (!file.custom().equals(custom)) {
            problems.add(path + ": expected custom to be that of the bundle, " + jar.title() + " of " + jar.unpacked()
                    + " bytes unpacked, found something else");
        }
    }
}
