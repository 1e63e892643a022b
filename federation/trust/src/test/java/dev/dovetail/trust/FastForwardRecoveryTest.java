package dev.dovetail.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.sample.SampleRepository;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever stole a key signs the highest version there is; the honest publisher takes the key back and goes on from 1. */
class FastForwardRecoveryTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final SampleRepository repository = new SampleRepository();

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot"})
    void takingTheKeyBackForgetsWhatItSigned(String role) throws Exception {
        TrustedSet forwarded = forwarded(role);

        TrustedSet recovered =
                forwarded.withRoot(repository.rotate(role).publishRoot().root(2));

        assertThat(recovered.isStartingAfresh()).isTrue();
        assertThat(recovered.timestamp()).isEmpty();
        assertThat(recovered.snapshot()).isEmpty();
        repository.setVersion(role, 1).publishSnapshot();
        assertThat(recovered
                        .withTimestamp(repository.newest("timestamp"))
                        .withSnapshot(repository.newest("snapshot"))
                        .hasCurrentSnapshot())
                .isTrue();
    }

    @Test
    void withoutTakingItBackNoHonestVersionIsBelievedAnyMore() throws Exception {
        TrustedSet forwarded =
                forwarded("timestamp").withRoot(repository.publishRoot().root(2));
        repository.setVersion("timestamp", 1).publishSnapshot();

        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> forwarded.withTimestamp(repository.newest("timestamp")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ROLLED_BACK));
    }

    @Test
    void takingOneOfTwoKeysBackIsEnoughToForget() throws Exception {
        repository.addKey("timestamp").publishRoot();
        TrustedSet set = start().withRoot(repository.root(2))
                .withKeptTimestamp(repository.publishTimestamp().newest("timestamp"));
        repository.keys("timestamp").remove(0);

        assertThat(set.withRoot(repository.publishRoot().root(3)).timestamp()).isEmpty();
    }

    @Test
    void aKeyThatIsMerelyAddedForgetsNothing() throws Exception {
        TrustedSet set = start().withKeptTimestamp(repository.newest("timestamp"));

        TrustedSet next =
                set.withRoot(repository.addKey("timestamp").publishRoot().root(2));

        assertThat(next.isStartingAfresh()).isFalse();
        assertThat(next.timestamp()).isPresent();
    }

    @Test
    void whatWasForgottenOnTheWayStaysForgotten() throws Exception {
        repository.rotate("snapshot").publishRoot();
        repository.publishRoot();

        assertThat(start().withRoot(repository.root(2))
                        .withRoot(repository.root(3))
                        .isStartingAfresh())
                .isTrue();
    }

    private TrustedSet forwarded(String role) throws TrustException {
        repository.setVersion(role, Header.LAST_VERSION - 2).publishSnapshot();
        return start().withTimestamp(repository.newest("timestamp")).withSnapshot(repository.newest("snapshot"));
    }

    private TrustedSet start() throws TrustException {
        return TrustedSet.from(repository.root(1), NOW);
    }
}
