package dev.dovetail.trust;

import static dev.dovetail.trust.failure.Reason.BELOW_THRESHOLD;
import static dev.dovetail.trust.failure.Reason.EXPIRED;
import static dev.dovetail.trust.failure.Reason.MALFORMED;
import static dev.dovetail.trust.failure.Reason.MIXED;
import static dev.dovetail.trust.failure.Reason.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Verifier;
import dev.dovetail.trust.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrustedSetTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant PAST = Instant.parse("2029-12-31T00:00:00Z");

    private final SampleRepository repository = new SampleRepository();

    @Test
    void aWholeRepositoryIsAcceptedInItsOrder() throws Exception {
        TrustedSet set = complete(start());

        assertThat(set.root().version()).isEqualTo(1);
        assertThat(set.timestamp())
                .hasValueSatisfying(timestamp -> assertThat(timestamp.version()).isEqualTo(1));
        assertThat(set.snapshot())
                .hasValueSatisfying(snapshot -> assertThat(snapshot.version()).isEqualTo(1));
        assertThat(set.targets()).isPresent();
        assertThat(set.now()).isEqualTo(NOW);
        assertThat(set.validUntil()).isEqualTo(SampleRepository.EXPIRES);
        assertThat(set.isStartingAfresh()).isFalse();
    }

    @Test
    void theEarliestExpirySaysHowLongItIsValid() throws Exception {
        Instant first = NOW.plusSeconds(5);
        repository.expire("snapshot", first).publish("targets");

        assertThat(complete(start()).validUntil()).isEqualTo(first);
    }

    @Test
    void nothingCanBeTakenOutOfOrder() throws Exception {
        TrustedSet set = start();

        assertThatIllegalStateException().isThrownBy(() -> set.withSnapshot(repository.newest("snapshot")));
        assertThatIllegalStateException()
                .isThrownBy(() -> set.withTargets(set.topLevel(), repository.newest("targets")));
        assertThatIllegalStateException().isThrownBy(() -> set.described("targets"));
    }

    // Roots

    @Test
    void aRootThatIsNotEvenSignedByItselfIsNoBeginning() {
        repository.signers("root").clear();
        repository.publishRoot();

        refused(BELOW_THRESHOLD, () -> TrustedSet.from(repository.root(2), NOW));
        refused(MALFORMED, () -> TrustedSet.from(repository.newest("timestamp"), NOW));
        refused(MALFORMED, () -> TrustedSet.from(new byte[0], NOW));
    }

    @Test
    void whoeverVerifiesTheFirstRootVerifiesAllThatFollows() throws Exception {
        List<Key> asked = new ArrayList<>();
        Verifier verifier = (key, message, signature) -> {
            asked.add(key);
            return key.verifies(message, signature);
        };

        complete(TrustedSet.from(repository.root(1), NOW, verifier));

        assertThat(asked).hasSizeGreaterThanOrEqualTo(4);
        refused(BELOW_THRESHOLD, () -> TrustedSet.from(repository.root(1), NOW, (key, message, signature) -> false));
    }

    @Test
    void rootsAreFollowedOneByOneThroughARotation() throws Exception {
        KeyPair old = repository.signers("root").get(0);
        repository.rotate("root").publishRoot(old);
        repository.publishRoot();

        TrustedSet set = start().withRoot(repository.root(2)).withRoot(repository.root(3));

        assertThat(set.root().version()).isEqualTo(3);
        assertThat(complete(set).targets()).isPresent();
    }

    @Test
    void aRootMustBeSignedByTheKeysBeforeIt() throws Exception {
        repository.rotate("root").publishRoot();

        refused(BELOW_THRESHOLD, () -> start().withRoot(repository.root(2)));
    }

    @Test
    void aRootMustBeSignedByItsOwnKeys() throws Exception {
        KeyPair old = repository.signers("root").get(0);
        repository.rotate("root");
        repository.signers("root").clear();
        repository.publishRoot(old);

        refused(BELOW_THRESHOLD, () -> start().withRoot(repository.root(2)));
    }

    @Test
    void aRootMustMeetTheOldThresholdAndTheNewOne() throws Exception {
        repository.addKey("root").threshold("root", 2).publishRoot();
        TrustedSet two = start().withRoot(repository.root(2));
        repository.threshold("root", 1).signers("root").remove(1);
        repository.publishRoot();

        refused(BELOW_THRESHOLD, () -> two.withRoot(repository.root(3)));
    }

    @Test
    void noRootVersionIsSkippedOrRepeated() throws Exception {
        repository.publishRoot().publishRoot();

        refused(MIXED, () -> start().withRoot(repository.root(3)));
        refused(ROLLED_BACK, () -> start().withRoot(repository.root(1)));
    }

    @Test
    void onlyTheLastRootsExpiryCounts() throws Exception {
        repository.expire("root", PAST).publishRoot();
        repository.expire("root", SampleRepository.EXPIRES).publishRoot();
        TrustedSet expired = start().withRoot(repository.root(2));

        refused(EXPIRED, expired::withLastRoot);
        refused(EXPIRED, () -> expired.withTimestamp(repository.newest("timestamp")));
        assertThat(expired.withRoot(repository.root(3)).withLastRoot().root().version())
                .isEqualTo(3);
    }

    // Timestamps

    @Test
    void aTimestampMustBeSignedReadableAndUnexpired() throws Exception {
        refused(MALFORMED, () -> start().withTimestamp(repository.newest("snapshot")));
        refused(MALFORMED, () -> start().withTimestamp("{}".getBytes(StandardCharsets.UTF_8)));
        repository.expire("timestamp", NOW).publishTimestamp();
        refused(EXPIRED, () -> start().withTimestamp(repository.newest("timestamp")));
        repository.expire("timestamp", NOW.plusSeconds(1)).publishTimestamp();
        assertThat(start().withTimestamp(repository.newest("timestamp")).timestamp())
                .isPresent();
        repository.signers("timestamp").clear();
        repository.publishTimestamp();
        refused(BELOW_THRESHOLD, () -> start().withTimestamp(repository.newest("timestamp")));
    }

    @Test
    void anOlderTimestampIsRefused() throws Exception {
        byte[] first = repository.newest("timestamp");
        TrustedSet set = start().withTimestamp(repository.publishTimestamp().newest("timestamp"));

        refused(ROLLED_BACK, () -> set.withTimestamp(first));
        refused(ROLLED_BACK, () -> start().withKeptTimestamp(repository.newest("timestamp"))
                .withTimestamp(first));
    }

    @Test
    void aTimestampThatSpeaksOfAnOlderSnapshotIsRefused() throws Exception {
        TrustedSet set = start().withKeptTimestamp(repository.publishSnapshot().newest("timestamp"));
        repository.setSnapshotMeta(MetaFile.of(1)).publishTimestamp();

        refused(ROLLED_BACK, () -> set.withTimestamp(repository.newest("timestamp")));
    }

    @Test
    void ofTwoTimestampsOfOneVersionTheKeptOneStays() throws Exception {
        TrustedSet set = start().withKeptTimestamp(repository.newest("timestamp"));
        repository.setVersion("timestamp", 0).setSnapshotMeta(MetaFile.of(100)).publishTimestamp();

        TrustedSet same = set.withTimestamp(repository.newest("timestamp"));

        assertThat(same).isSameAs(set);
        assertThat(same.timestamp())
                .hasValueSatisfying(
                        kept -> assertThat(kept.snapshot().version()).isEqualTo(1));
    }

    @Test
    void aKeptTimestampMayBeExpiredButNotStayTheCurrentOne() throws Exception {
        repository.expire("timestamp", PAST).publishTimestamp();
        TrustedSet set = start().withKeptTimestamp(repository.newest("timestamp"));

        refused(EXPIRED, () -> set.withTimestamp(repository.newest("timestamp")));
        repository.expire("timestamp", SampleRepository.EXPIRES).publishTimestamp();
        assertThat(set.withTimestamp(repository.newest("timestamp")).timestamp())
                .hasValueSatisfying(fresh -> assertThat(fresh.version()).isEqualTo(3));
    }

    @Test
    void aKeptTimestampOfKeysThatAreNoMoreIsOfNoUse() throws Exception {
        byte[] kept = repository.newest("timestamp");
        repository.rotate("timestamp").publishRoot();
        TrustedSet set = start().withRoot(repository.root(2));

        refused(BELOW_THRESHOLD, () -> set.withKeptTimestamp(kept));
    }

    // Snapshots

    @Test
    void aSnapshotMustBeTheOneThatTheTimestampSpeaksOf() throws Exception {
        byte[] first = repository.newest("snapshot");
        repository.publishSnapshot();
        TrustedSet set = start().withTimestamp(repository.newest("timestamp"));

        refused(MIXED, () -> set.withSnapshot(first));
        assertThat(set.withSnapshot(repository.newest("snapshot")).hasCurrentSnapshot())
                .isTrue();
    }

    @Test
    void aSnapshotMustHaveTheLengthAndTheDigestThatAreSaid() throws Exception {
        repository.describing().publish("targets");
        TrustedSet set = start().withTimestamp(repository.newest("timestamp"));
        byte[] longer = Arrays.copyOf(repository.newest("snapshot"), repository.newest("snapshot").length + 1);
        longer[longer.length - 1] = ' ';
        byte[] other = repository.newest("snapshot").clone();
        other[other.length - 1] = ' ';

        refused(MIXED, () -> set.withSnapshot(longer));
        refused(MIXED, () -> set.withSnapshot(other));
        assertThat(set.withSnapshot(repository.newest("snapshot")).hasCurrentSnapshot())
                .isTrue();
    }

    @Test
    void aSnapshotMustBeSignedAndUnexpired() throws Exception {
        repository.expire("snapshot", PAST).publishSnapshot();
        refused(EXPIRED, () -> start().withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot")));
        repository.signers("snapshot").clear();
        repository.publishSnapshot();
        refused(BELOW_THRESHOLD, () -> start().withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot")));
    }

    @Test
    void whatASnapshotSpeaksOfMayNotBecomeOlder() throws Exception {
        repository.publish("targets");
        TrustedSet set = start().withKeptSnapshot(repository.newest("snapshot"));
        repository.meta().put("targets.json", MetaFile.of(1));
        repository.publishSnapshot();

        refused(ROLLED_BACK, () -> set.withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot")));
    }

    @Test
    void whatASnapshotSpeaksOfMayNotVanish() throws Exception {
        repository.delegate("targets", "team", true, "*").publish("targets", "team");
        TrustedSet set = start().withKeptSnapshot(repository.newest("snapshot"));
        repository.meta().remove("team.json");
        repository.publishSnapshot();

        refused(ROLLED_BACK, () -> set.withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot")));
    }

    @Test
    void aKeptSnapshotIsComparedWithEvenWhereItsDigestIsAnotherNow() throws Exception {
        repository.describing().publish("targets");
        TrustedSet set = start().withKeptSnapshot(repository.newest("snapshot"));
        repository.setVersion("targets", 0).publish("targets");

        refused(ROLLED_BACK, () -> set.withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot")));
    }

    @Test
    void aKeptSnapshotThatIsExpiredIsNotTheCurrentOne() throws Exception {
        repository.expire("snapshot", PAST).publishSnapshot();
        TrustedSet set =
                start().withKeptSnapshot(repository.newest("snapshot")).withTimestamp(repository.newest("timestamp"));

        assertThat(set.hasCurrentSnapshot()).isFalse();
        assertThat(start().hasCurrentSnapshot()).isFalse();
    }

    // Targets

    @Test
    void targetsMustBeInTheSnapshotAndThoseThatItSpeaksOf() throws Exception {
        byte[] first = repository.newest("targets");
        repository.publish("targets");
        TrustedSet set = untilSnapshot(start());
        repository.meta().clear();
        repository.publishSnapshot();
        TrustedSet without = untilSnapshot(start());

        refused(MIXED, () -> set.withTargets(set.topLevel(), first));
        refused(MIXED, () -> without.withTargets(without.topLevel(), first));
    }

    @Test
    void targetsMustHaveTheDigestThatIsSaid() throws Exception {
        repository.publishTargets("targets");
        repository
                .meta()
                .put(
                        "targets.json",
                        new MetaFile(
                                2,
                                OptionalLong.empty(),
                                Digests.sha256(new byte[0]),
                                MetaFile.of(1).extra()));
        repository.publishSnapshot();
        TrustedSet set = untilSnapshot(start());

        refused(MIXED, () -> set.withTargets(set.topLevel(), repository.newest("targets")));
    }

    @Test
    void targetsMustBeSignedAndUnexpired() throws Exception {
        repository.expire("targets", PAST).publish("targets");
        TrustedSet expired = untilSnapshot(start());
        refused(EXPIRED, () -> expired.withTargets(expired.topLevel(), repository.newest("targets")));
        repository.signers("targets").clear();
        repository.expire("targets", SampleRepository.EXPIRES).publish("targets");
        TrustedSet unsigned = untilSnapshot(start());
        refused(BELOW_THRESHOLD, () -> unsigned.withTargets(unsigned.topLevel(), repository.newest("targets")));
    }

    @Test
    void theLargestVersionIsReadAndNoneBeyondIt() throws Exception {
        repository.setVersion("timestamp", Header.LAST_VERSION - 1).publishTimestamp();
        byte[] last = repository.newest("timestamp");

        assertThat(start().withTimestamp(last).timestamp())
                .hasValueSatisfying(timestamp -> assertThat(timestamp.version()).isEqualTo(Header.LAST_VERSION));
        for (String version : List.of("9007199254740993", "9223372036854775807", "9223372036854775808", "0", "-1")) {
            byte[] beyond = new String(last, StandardCharsets.UTF_8)
                    .replace("9007199254740992", version)
                    .getBytes(StandardCharsets.UTF_8);
            refused(MALFORMED, () -> start().withTimestamp(beyond));
        }
    }

    private TrustedSet start() throws TrustException {
        return TrustedSet.from(repository.root(1), NOW);
    }

    private TrustedSet untilSnapshot(TrustedSet set) throws TrustException {
        return set.withLastRoot()
                .withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot"));
    }

    private TrustedSet complete(TrustedSet set) throws TrustException {
        return untilSnapshot(set).withTargets(set.topLevel(), repository.newest("targets"));
    }

    private static void refused(Reason reason, ThrowingCallable taking) {
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(taking)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
