package dev.dovetail.provisioner.doctor;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Validity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks at what the repositories said, and at the clock beside it. Pure. */
public final class RepositoriesExamination {

    private static final Duration SOON = Duration.ofDays(2);
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Clock clock;

    /** @param clock what time it is */
    public RepositoriesExamination(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param known what they said when they were asked
     * @return what was found: each repository in turn, then the clock
     */
    public List<Finding> look(Known known) {
        List<Finding> findings = new ArrayList<>();
        known.repositories().forEach(repository -> findings.add(repository(repository, known)));
        if (known.repositories().isEmpty()) {
            findings.add(Finding.notice(
                    "repository", "None is trusted.", "Add one: dovetail repository add URL --fingerprint F."));
        }
        findings.add(clock(known.validity().values()));
        return List.copyOf(findings);
    }

    private Finding repository(RepositoryStatus repository, Known known) {
        if (!repository.reachable()) {
            return Finding.broken(
                    "repository", repository.detail(), "What is installed keeps running; check the connection.");
        }
        Validity validity = known.validity().get(repository.url());
        if (validity == null) {
            return Finding.notice("repository", repository.url() + " answers, and is not signed.", "");
        }
        Instant now = clock.instant();
        if (validity.isOver(now)) {
            return Finding.broken(
                    "repository",
                    repository.url() + " answers, but what it says expired on " + validity.validUntil() + ".",
                    "If this machine's clock is right, tell its publisher: nothing new comes from it meanwhile.");
        }
        String until = repository.url() + " answers; what it says is believed until " + validity.validUntil() + ".";
        return validity.isOver(now.plus(SOON))
                ? Finding.notice("repository", until, "Its publisher should refresh it soon.")
                : Finding.fine("repository", until);
    }

    /** What was verified in the future was verified by another clock. */
    private Finding clock(Collection<Validity> validities) {
        Instant now = clock.instant();
        return validities.stream()
                .map(Validity::verifiedAt)
                .max(Instant::compareTo)
                .filter(latest -> latest.isAfter(now.plus(SLACK)))
                .map(latest -> Finding.broken(
                        "clock",
                        "It says " + now + ", but repositories were verified at " + latest + " by this machine.",
                        "Set the clock: what is too old can't be told from what is current."))
                .orElseGet(() -> Finding.fine("clock", "It says " + now + ", which fits what was verified before."));
    }
}
