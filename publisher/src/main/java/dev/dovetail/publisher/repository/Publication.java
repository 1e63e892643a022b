package dev.dovetail.publisher.repository;

import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.index.Indexer;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.publisher.jar.BundleJar;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.TargetFile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds bundles to what teams offer. What was published once stays as it is, for ever.
 *
 * @param jars what to publish, inspected
 * @param team whose they are meant to be, where somebody said so
 * @param urgency what is said of when the features among them must be in, also of those that were published before
 */
record Publication(List<BundleJar> jars, Optional<String> team, Urgency urgency) implements Session.Drafting<Release> {

    private static final Indexer INDEXER = new Indexer();
    private static final Duration FARTHEST = Duration.ofDays(366);

    @Override
    public Session.Drafted<Release> draft(State state, Draft draft, StateReader files) throws PublishException {
        List<Release.Published> published = new ArrayList<>();
        List<Release.Published> unchanged = new ArrayList<>();
        List<Release.Published> mandated = new ArrayList<>();
        Map<String, List<IndexEntry>> fresh = new LinkedHashMap<>();
        Map<String, String> names = names(state);
        for (BundleJar jar : jars) {
            IndexEntry entry = INDEXER.index(jar);
            DelegatedRole owner = owner(state, jar, entry.path());
            refuseLookalikes(names, jar, entry.path());
            boolean known = known(state, owner, jar, entry.path());
            Release.Published one = new Release.Published(jar, owner.name());
            (known ? unchanged : published).add(one);
            Optional<IndexEntry> urgent = entry.isFeature() ? said(entry) : Optional.empty();
            urgent.ifPresent(due -> mandated.add(one));
            if (!known || urgent.isPresent()) {
                fresh.computeIfAbsent(owner.name(), name -> new ArrayList<>()).add(urgent.orElse(entry));
            }
            if (!known) {
                draft.jar(entry.path(), jar);
            }
        }
        requireFeature(mandated);
        for (Map.Entry<String, List<IndexEntry>> team : fresh.entrySet()) {
            add(state, draft, files, team.getKey(), team.getValue());
        }
        return new Session.Drafted<>(
                new Release(
                        published,
                        unchanged,
                        mandated,
                        fresh.isEmpty() ? state.timestamp().expires() : draft.until()),
                fresh.isEmpty() ? Optional.empty() : Optional.of(draft.finish()));
    }

    /** The entry by which something is said; one that is withdrawn is as if nothing had ever been. */
    private Optional<IndexEntry> said(IndexEntry entry) {
        if (urgency instanceof Urgency.Mandatory mandatory) {
            return Optional.of(entry.with(mandatory.mandate()));
        }
        return urgency instanceof Urgency.Withdrawn ? Optional.of(entry) : Optional.empty();
    }

    private void requireFeature(List<Release.Published> mandated) throws PublishException {
        if (!(urgency instanceof Urgency.Unsaid) && mandated.isEmpty()) {
            throw new PublishException(
                    "DT-PUBLISH-057",
                    "Expected a feature's bundle to say of it when it must be in, found none among "
                            + jars.stream().map(BundleJar::title).collect(Collectors.joining(", ")) + ".",
                    "Name the feature's bundle as well, also when it is published already; the libraries that it needs come"
                            + " with it.");
        }
    }

    /** A moment that is over, or years ahead, is a slip of the finger more often than it is meant. */
    static void requireAhead(Mandate mandate, Instant now) throws PublishException {
        if (!mandate.by().isAfter(now) || mandate.by().isAfter(now.plus(FARTHEST))) {
            throw new PublishException(
                    "DT-PUBLISH-056",
                    "Expected a moment to come, at most " + FARTHEST.toDays() + " days ahead of "
                            + now.truncatedTo(ChronoUnit.SECONDS) + ", found " + mandate.by() + ".",
                    "For as soon as possible, give one a few minutes ahead.");
        }
    }

    private DelegatedRole owner(State state, BundleJar jar, String path) throws PublishException {
        DelegatedRole owner = state.owner(path)
                .orElseThrow(() -> new PublishException(
                        "DT-PUBLISH-044",
                        "Expected a name that a team of this repository may publish, found " + jar.bsn() + " in "
                                + jar.file() + ".",
                        "Give the name to a new team: dovetail repository keys DIR add-team TEAM --bundles "
                                + jar.bsn()));
        if (team.isPresent() && !team.get().equals(owner.name())) {
            throw new PublishException(
                    "DT-PUBLISH-045",
                    "Expected bundles of team " + team.get() + ", found " + jar.bsn() + ", which is team "
                            + owner.name() + "'s.",
                    "Leave out --team, or publish it as that team.");
        }
        return owner;
    }

    private static Map<String, String> names(State state) {
        Map<String, String> names = new TreeMap<>();
        for (String path : state.paths()) {
            names.put(path.toLowerCase(Locale.ROOT), path);
            String bsn = path.split("/", -1)[1];
            names.put(bsn.toLowerCase(Locale.ROOT), bsn);
        }
        return names;
    }

    /** On many disks such names are one, and people take one for the other anyhow. */
    private static void refuseLookalikes(Map<String, String> names, BundleJar jar, String path)
            throws PublishException {
        for (String name : List.of(jar.bsn(), path)) {
            String known = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (known != null && !known.equals(name)) {
                throw new PublishException(
                        "DT-PUBLISH-046",
                        "Expected a name that differs from others by more than upper and lower case, found " + name
                                + " beside " + known + ".",
                        "Spell it as it was published first, or choose another name.");
            }
        }
    }

    private static boolean known(State state, DelegatedRole owner, BundleJar jar, String path) throws PublishException {
        Optional<TargetFile> before = state.published(path);
        if (before.isEmpty()) {
            return false;
        }
        String digest = before.get().digests().sha256().orElse("");
        if (!digest.equals(jar.sha256())) {
            throw new PublishException(
                    "DT-PUBLISH-047",
                    "Expected a new version, found " + jar.title() + ", which is published already with other bytes"
                            + " (SHA-256 " + digest + "; " + jar.file() + " has " + jar.sha256() + ").",
                    "A version never changes. Give the bundle a higher one and build it again.");
        }
        return state.offered(owner).targets().containsKey(path);
    }

    private void add(State state, Draft draft, StateReader files, String name, List<IndexEntry> fresh)
            throws PublishException {
        DelegatedRole owner = state.team(name).orElseThrow();
        Map<String, TargetFile> targets = new TreeMap<>(state.offered(owner).targets());
        TargetFile index = targets.remove(Layout.index(name));
        TeamIndex old = index == null
                ? new TeamIndex(name, List.of())
                : TeamIndex.read(name, files.target(Layout.index(name), index));
        for (IndexEntry entry : fresh) {
            targets.put(entry.path(), target(entry));
        }
        draft.team(owner, old.with(fresh), targets);
    }

    private TargetFile target(IndexEntry entry) {
        BundleJar jar = jars.stream()
                .filter(candidate -> candidate.sha256().equals(entry.sha256()))
                .findFirst()
                .orElseThrow();
        return TargetFile.of(
                jar.length(),
                jar.sha256(),
                JsonObject.EMPTY
                        .with("bsn", Json.text(jar.bsn()))
                        .with("version", Json.text(jar.version().toString()))
                        .with("size-unpacked", Json.integer(jar.unpacked())));
    }
}
