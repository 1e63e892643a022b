package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HomeOptionsTest {

    private final NotesTeam team = new NotesTeam("notes");
    private final Path home;

    HomeOptionsTest(@TempDir Path home) throws Exception {
        this.home = home;
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private HomeOptions options(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        return CommandLine.populateCommand(new HomeOptions(), all.toArray(String[]::new));
    }

    private Profile kept() throws ProvisioningException {
        return new ProfileFile(home).read();
    }

    @Test
    void whatIsNamedForALookIsNotRemembered() throws Exception {
        Profile profile = options("--repository", team.trusted()).profile();

        assertThat(profile.repositories()).extracting(Repository::name).containsExactly("notes");
        assertThat(home.resolve("profile.json")).doesNotExist();
    }

    @Test
    void whatIsNamedForAChangeIsRememberedAndThenKnownByItsAddress() throws Exception {
        Profile profile = options("--repository", team.trusted()).remembered(Question.atTerminal());
        team.requests();

        assertThat(kept()).isEqualTo(profile);
        assertThat(options("--repository", team.url().toString()).remembered(Question.atTerminal()))
                .isEqualTo(profile);
        assertThat(options().remembered(Question.atTerminal())).isEqualTo(profile);
        assertThat(team.requests()).isEmpty();
    }

    @Test
    void whatIsUnsignedIsNeverRemembered() throws Exception {
        Profile profile = options(
                        "--insecure-loopback", "--repository", team.url().toString())
                .remembered(Question.atTerminal());

        assertThat(profile.repositories()).containsExactly(new Repository.Unsigned(team.url()));
        assertThat(kept()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void ofTwoThatWouldOwnTheSameNamesNoneIsRemembered() throws Exception {
        try (NotesTeam other = new NotesTeam("others")) {
            HomeOptions options = options("--repository", team.trusted(), "--repository", other.trusted());

            assertThatThrownBy(() -> options.remembered(Question.atTerminal()))
                    .isInstanceOfSatisfying(ProvisioningException.class, e -> assertThat(e.code())
                            .isEqualTo("DT-TRUST-021"));
            assertThat(kept()).isEqualTo(Profile.EMPTY);
        }
    }

    @Test
    void twoOfOneNameGetNamesThatTellThemApart() throws Exception {
        new ProfileFile(home).write(options("--repository", team.trusted()).profile());
        Profile narrowed = Profile.EMPTY;
        for (Repository repository : kept().repositories()) {
            Repository.Trusted trusted = (Repository.Trusted) repository;
            narrowed = narrowed.with(new Repository.Trusted(
                    trusted.name(),
                    trusted.url().resolve("/elsewhere/"),
                    trusted.root(),
                    dev.dovetail.provisioner.profile.Namespace.of(
                            dev.dovetail.provisioner.gate.NamePatterns.of("team.elsewhere"),
                            dev.dovetail.provisioner.gate.NamePatterns.NONE)));
        }
        new ProfileFile(home).write(narrowed);

        assertThat(options("--repository", team.trusted())
                        .remembered(Question.atTerminal())
                        .repositories())
                .extracting(Repository::name)
                .containsExactly("notes", "notes-2");
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "no directory");
        HomeOptions options = CommandLine.populateCommand(new HomeOptions(), "--home", file.toString());

        assertThatThrownBy(options::home).hasMessageContaining(file.toString());
    }
}
