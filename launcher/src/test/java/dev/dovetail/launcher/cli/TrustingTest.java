package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustingTest {

    private final NotesTeam team = new NotesTeam("notes");
    private final Network network = new Network();
    private final List<String> asked = new ArrayList<>();

    TrustingTest() throws Exception {}

    @AfterEach
    void stop() {
        network.close();
        team.close();
    }

    private Trusting answering(Optional<String> answer) {
        return new Trusting(new Introduction(network.signed(), Clock.systemUTC()), words -> {
            asked.add(words);
            return answer;
        });
    }

    private Repository named(String text, Optional<String> answer) throws ProvisioningException {
        return answering(answer).named(text, Profile.EMPTY, false);
    }

    private ProvisioningException refused(String text, Optional<String> answer) {
        return catchThrowableOfType(ProvisioningException.class, () -> named(text, answer));
    }

    @Test
    void aFingerprintBehindTheAddressIsTakenWithoutAQuestion() throws Exception {
        assertThat(named(team.trusted(), Optional.empty()))
                .isInstanceOfSatisfying(Repository.Trusted.class, trusted -> {
                    assertThat(trusted.name()).isEqualTo("notes");
                    assertThat(trusted.url()).isEqualTo(team.url());
                    assertThat(trusted.root()).isEqualTo(team.fingerprint());
                    assertThat(trusted.namespace().bundles()).hasToString("team.notes");
                });
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", " Yes "})
    void whoeverIsAskedSeesTheFingerprintAndMaySayYes(String yes) throws Exception {
        assertThat(named(team.url().toString(), Optional.of(yes))).isInstanceOf(Repository.Trusted.class);
        assertThat(asked).singleElement().asString().contains(team.url() + " is new", team.fingerprint() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "yesterday", "j"})
    void whateverElseTheySayIsNo(String no) {
        assertThat(refused(team.url().toString(), Optional.of(no)).code()).isEqualTo("DT-TRUST-025");
    }

    @Test
    void whereNobodyCanBeAskedNothingIsTrustedAndTheLineToTypeIsShown() {
        ProvisioningException refused = refused(team.url().toString(), Optional.empty());
        assertThat(refused.code()).isEqualTo("DT-TRUST-022");
        assertThat(refused.hint())
                .contains("repository add " + team.url(), team.fingerprint().toString());
    }

    @Test
    void aFingerprintThatIsNoneIsToldFromOneThatIsAnothers() {
        assertThat(refused(team.url() + "#1234", Optional.empty()).code()).isEqualTo("DT-TRUST-024");
        assertThat(refused(team.url() + "#" + "0".repeat(64), Optional.empty()).code())
                .isEqualTo("DT-TRUST-007");
    }

    @Test
    void oneThatIsKnownIsNeitherAskedAboutNorAsked() throws Exception {
        Profile profile = new Profile(List.of(named(team.trusted(), Optional.empty())));
        int requests = team.requests().size();
        assertThat(requests).isPositive();

        for (String text : List.of(team.url().toString(), team.trusted(), "notes")) {
            assertThat(answering(Optional.empty()).named(text, profile, false))
                    .isEqualTo(profile.repositories().get(0));
        }
        assertThat(team.requests()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anUnsignedOneOnThisMachineIsTakenWhenThatWasSaidAndNobodyIsAsked() throws Exception {
        assertThat(answering(Optional.empty())
                        .named(team.withoutSignatures().url().toString(), Profile.EMPTY, true))
                .isEqualTo(new Repository.Unsigned(team.url()));
        assertThat(team.requests()).isEmpty();
    }

    @Test
    void anUnsignedOneElsewhereIsNotTakenWhateverWasSaid() {
        assertThatThrownBy(
                        () -> answering(Optional.empty()).named("https://features.example.org/", Profile.EMPTY, true))
                .isInstanceOfSatisfying(
                        ProvisioningException.class, e -> assertThat(e.code()).isEqualTo("DT-TRUST-023"))
                .hasMessageContaining("https://features.example.org/");
    }

    @Test
    void anUnsignedOneOnThisMachineSaysHowADeveloperTakesIt() {
        ProvisioningException refused = refused(team.withoutSignatures().url().toString(), Optional.of("y"));
        assertThat(refused.code()).isEqualTo("DT-FETCH-015");
        assertThat(refused.hint()).contains("repository init", "--insecure-loopback");
        assertThat(asked).isEmpty();
    }
}
