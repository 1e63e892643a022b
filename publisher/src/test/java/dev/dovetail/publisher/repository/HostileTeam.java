package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.RealDisk;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.TargetFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Somebody who has a team's keys and signs what no publisher would. */
public record HostileTeam(Path repository, Clock clock) {

    private static final String PASSPHRASE = "hostile takeover";

    /** @return keys that cost no time */
    public Keys keys() throws PublishException {
        return new Keys(KeyFolder.beside(repository), Passphrase.of(PASSPHRASE), new KeyDerivation(1));
    }

    /**
     * Signs a team's offer after somebody had his way with it.
     *
     * @param team which
     * @param entries what is done to the entries of the index
     * @param targets what is done to the targets
     */
    public void sign(String team, Consumer<List<IndexEntry>> entries, Consumer<Map<String, TargetFile>> targets)
            throws PublishException {
        Session session = new Session(repository, keys(), Lifetimes.STANDARD, clock, new RealDisk(), text -> {});
        session.change((state, draft, files) -> {
            DelegatedRole role = state.team(team).orElseThrow();
            Map<String, TargetFile> offered = new TreeMap<>(state.offered(role).targets());
            TargetFile file = Objects.requireNonNull(offered.remove(Layout.index(team)));
            List<IndexEntry> all = new ArrayList<>();
            TeamIndex.read(team, files.target(Layout.index(team), file)).forEach(all::add);
            entries.accept(all);
            targets.accept(offered);
            draft.team(role, new TeamIndex(team, all), offered);
            return Session.Drafted.of(team, draft.finish());
        });
    }
}
