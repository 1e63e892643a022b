package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus.State;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepositoryStatusTest {

    @ParameterizedTest
    @EnumSource
    void onlyOneThatIsAwayHasSomethingAgainstIt(State state) {
        RepositoryStatus status = new RepositoryStatus(URI.create("http://localhost/"), true, state, "");
        assertThat(status.reachable()).isEqualTo(state != State.AWAY);
    }
}
