package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.health.HeldUp;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DovetailCommandTest {

    private final NotesTeam team = new NotesTeam("notes");
    private final Path directory;
    private final Typing typing;

    DovetailCommandTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        typing = new Typing(directory.resolve("home"), PlatformDirectory.in(directory));
    }

    @AfterEach
    void stop() {
        team.close();
        typing.close();
    }

    @Test
    void listsInstallsUpdatesAndRemovesAFeature() throws Exception {
        assertThat(typing.dovetail("list", "--repository", team.trusted())).isZero();
        assertThat(typing.said()).contains("notes", "1.0.0", "available", "Notes");

        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        assertThat(typing.said()).contains("Installed Notes 1.0.0: generation 1, 1 bundles.");
        assertThat(typing.complained()).contains("fetched 1 of 1 bundles");

        assertThat(typing.dovetail("install", "notes@[1,2)")).isZero();
        assertThat(typing.said()).contains("Notes 1.0.0 is already installed.");

        team.publish("1.1.0");
        assertThat(typing.dovetail("list")).isZero();
        assertThat(typing.said()).contains("installed, 1.1.0 is out");
        assertThat(typing.dovetail("update")).isZero();
        assertThat(typing.said()).contains("Updated to Notes 1.1.0: generation 2.");
        assertThat(typing.dovetail("update")).isZero();
        assertThat(typing.said()).contains("Everything is up to date.");

        assertThat(typing.dovetail("status")).isZero();
        assertThat(typing.said()).contains("Generation  2", "Feature     notes 1.1.0", "team.notes 1.1.0 sha256:");

        assertThat(typing.dovetail("remove", "notes", "--json")).isZero();
        assertThat(typing.said()).contains("\"generation\" : 3", "\"bundles\" : [ ]");
    }

    @Test
    void printsFactsForProgramsWithoutTouchingThemWithSentences() {
        assertThat(typing.dovetail("install", "notes", "--json", "--repository", team.trusted()))
                .isZero();
        assertThat(typing.said())
                .startsWith("{")
                .contains("\"symbolicName\" : \"team.notes\"")
                .doesNotContain("Installed Notes");

        assertThat(typing.dovetail("list", "--json")).isZero();
        assertThat(typing.said())
                .contains("\"id\" : \"notes\"", "\"state\" : \"installed\"")
                .contains("\"signed\" : true", "\"reachable\" : true");

        assertThat(typing.dovetail("status", "--json")).isZero();
        assertThat(typing.said()).contains("\"running\" : false", "\"generation\" : 1");
    }

    @ParameterizedTest
    @CsvSource({"install", "open", "plan update", "repository add"})
    void eachVerbSaysWhatItTakes(String line) {
        assertThat(typing.exactly((line + " --help").split(" "))).isZero();
        assertThat(typing.said()).startsWith("Usage: dovetail " + line).contains("--home=DIR", "--help");
    }

    @Test
    void saysWhatItExpectedAndWhatItFoundWhenItRefuses() {
        assertThat(typing.dovetail("install", "poems", "--repository", team.trusted()))
                .isEqualTo(1);
        assertThat(typing.complained()).contains("error: ", "poems", "hint: ", "notes", "code: DT-RESOLVE-001");

        assertThat(typing.dovetail("list", "--repository", "http://example.com/"))
                .isEqualTo(1);
        assertThat(typing.complained()).contains("code: DT-FETCH-010", "http://example.com/");

        assertThat(typing.exactly("instal")).isEqualTo(2);
        assertThat(typing.dovetail("list", "--nonsense")).isEqualTo(2);
    }

    @Test
    void goesOnWithWhatIsKnownWhenTheRepositoryIsDead() {
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        team.close();

        assertThat(typing.dovetail("list")).isZero();
        assertThat(typing.said()).contains("notes", "installed");
        assertThat(typing.complained()).contains("warning: DT-FETCH-001", "Last verified ");

        Path other = directory.resolve("other");
        assertThat(typing.exactly("list", "--home", other.toString(), "--repository", team.trusted()))
                .isEqualTo(1);
    }

    @Test
    void tellsWhichFeatureHoldsUpTheWindow() throws Exception {
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        Disk.at(directory.resolve("home"))
                .heldUp()
                .write(new HeldUp("notes", "1.0.0", "team.notes.Notes.open", Instant.EPOCH));
        assertThat(typing.dovetail("status")).isZero();
        assertThat(typing.said())
                .contains("Held up     by notes 1.0.0 since 1970-01-01T00:00:00Z, in team.notes.Notes.open");
        assertThat(typing.dovetail("status", "--json")).isZero();
        assertThat(typing.said()).contains("\"heldUp\" : {", "\"where\" : \"team.notes.Notes.open\"");
    }

    @Test
    void leavesAHomeAloneThatARunningDovetailHolds() throws Exception {
        HomeLock lock = HomeLock.take(new Home(directory.resolve("home")));
        try (lock) {
            assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                    .isEqualTo(1);
            assertThat(typing.complained()).contains("code: DT-HOME-011", "already runs");
            assertThat(typing.dovetail("status")).isZero();
            assertThat(typing.said()).contains("(Dovetail is running)");
        }
    }

    @Test
    void takesAnUnsignedRepositoryOnThisMachineWhenToldToAndRemembersNothingOfIt() {
        String url = team.withoutSignatures().url().toString();

        assertThat(typing.dovetail("install", "notes", "--repository", url)).isEqualTo(1);
        assertThat(typing.complained()).contains("code: DT-FETCH-015", "--insecure-loopback");
        assertThat(typing.dovetail("install", "notes", "--repository", url, "--insecure-loopback"))
                .isZero();
        assertThat(typing.dovetail("list", "--repository", url, "--insecure-loopback", "--json"))
                .isZero();
        assertThat(typing.said()).contains("\"signed\" : false", "\"state\" : \"installed\"");
        assertThat(typing.dovetail("repository list")).isZero();
        assertThat(typing.said()).contains("No repository is trusted");
    }

    @Test
    void tellsItsVersion() {
        assertThat(typing.exactly("--version")).isZero();
        assertThat(typing.said()).contains("Dovetail 0.1.0", "JavaFX 21.0.12");
    }
}
