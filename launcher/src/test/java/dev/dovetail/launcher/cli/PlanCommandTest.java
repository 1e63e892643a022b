package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private final NotesTeam team = new NotesTeam("notes");
    private final Path home;
    private final Typing typing;

    PlanCommandTest(@TempDir Path directory) throws Exception {
        home = directory.resolve("home");
        typing = new Typing(home, PlatformDirectory.in(directory));
    }

    @AfterEach
    void stop() {
        team.close();
        typing.close();
    }

    @Test
    void saysWhatWouldBeDoneAndDoesNoneOfIt() throws Exception {
        assertThat(typing.dovetail("list", "--repository", team.trusted())).isZero();
        typing.said();

        assertThat(typing.dovetail("plan install", "notes", "--repository", team.trusted()))
                .isZero();

        assertThat(typing.said())
                .contains("install  team.notes 1.0.0, ", "signed by notes", "start    notes 1.0.0")
                .contains("To fetch: ", " in 1 bundle.");
        assertThat(home.resolve("generations"))
                .satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder)
                        .isEmptyDirectory());
        assertThat(jars()).isEmpty();
    }

    private List<Path> jars() throws Exception {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    @Test
    void tellsProgramsWhoRestartsAndWhoSigned() throws Exception {
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        team.publish("1.1.0");

        assertThat(typing.dovetail("plan update", "notes", "--json")).isZero();
        assertThat(typing.said())
                .contains("\"step\" : \"replace\"", "\"restarts\" : [ {", "\"feature\" : \"notes\"")
                .contains("\"from\" : \"1.0.0\"", "\"to\" : \"1.1.0\"", "\"repository\" : \"notes\"");

        assertThat(typing.dovetail("plan remove", "notes")).isZero();
        assertThat(typing.said()).contains("stop     notes 1.0.0", "remove   team.notes 1.0.0", "To fetch: 0 B");
    }

    @Test
    void refusesInWordsAndInFacts() {
        assertThat(typing.dovetail("plan install", "poems", "--json", "--details", "--repository", team.trusted()))
                .isEqualTo(1);
        assertThat(typing.said()).contains("\"refused\"", "\"code\" : \"DT-RESOLVE-001\"");
        assertThat(typing.complained()).contains("error: ", "hint: ", "code: DT-RESOLVE-001", "details: none");

        assertThat(typing.exactly("plan")).isEqualTo(2);
        assertThat(typing.dovetail("plan install", "notes@nonsense")).isEqualTo(2);
    }

    @Test
    void looksWhileTheShellHoldsTheHome() throws Exception {
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        team.publish("1.1.0");
        HomeLock lock = HomeLock.take(new Home(home));
        try (lock) {
            assertThat(typing.dovetail("plan update")).isZero();
            assertThat(typing.said()).contains("replace  notes 1.0.0 by 1.1.0");
            assertThat(typing.dovetail("explain", "notes")).isZero();
            assertThat(typing.dovetail("pin", "notes")).isEqualTo(1);
            assertThat(typing.complained()).contains("DT-HOME-011");
        }
    }

    @Test
    void explainsAnInstalledFeatureAndOneOnOffer() throws Exception {
        assertThat(typing.dovetail("explain", "notes", "--repository", team.trusted()))
                .isZero();
        assertThat(typing.said()).contains("Installed  no", "On offer   1.0.0 from ", "dovetail plan install notes");

        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        assertThat(typing.said()).contains("Installed Notes");
        assertThat(typing.dovetail("explain", "notes")).isZero();
        assertThat(typing.said()).contains("Installed  1.0.0 from ", "is up to date", "DT-RESOLVE-005");
        assertThat(typing.dovetail("explain", "notes", "--json")).isZero();
        assertThat(typing.said()).contains("\"installed\" : {", "\"resting\" : false", "\"refused\" : {");
        assertThat(typing.dovetail("explain", "poems")).isEqualTo(1);
        assertThat(typing.said()).contains("On offer   nothing", "DT-RESOLVE-001");
    }

    @Test
    void aPinHoldsAFeatureUntilItIsTakenAway() throws Exception {
        assertThat(typing.dovetail("pin", "notes")).isEqualTo(1);
        assertThat(typing.complained()).contains("DT-RESOLVE-003", "dovetail pin notes@[1,2)");

        assertThat(typing.dovetail("install", "notes@1.0.0", "--repository", team.trusted()))
                .isZero();
        team.publish("1.1.0");
        assertThat(typing.dovetail("pin", "notes")).isZero();
        assertThat(typing.said()).contains("Pinned: notes stays in [1.0.0,1.0.0].");
        assertThat(typing.dovetail("update", "notes")).isEqualTo(1);
        assertThat(typing.complained()).contains("DT-RESOLVE-015", "1.1", "dovetail unpin notes");
        assertThat(typing.dovetail("update")).isZero();
        assertThat(typing.said()).contains("Nothing can be updated", "pinned");
        assertThat(typing.dovetail("list")).isZero();
        assertThat(typing.said()).doesNotContain("1.1.0 is out");
        assertThat(typing.dovetail("explain", "notes")).isZero();
        assertThat(typing.said()).contains("Pinned     to [1.0.0,1.0.0]");

        assertThat(typing.dovetail("pin", "notes@[1,2)", "--json")).isZero();
        assertThat(typing.said()).contains("\"notes\" : \"[1.0.0,2.0.0)\"");
        assertThat(typing.dovetail("unpin", "notes", "--json")).isZero();
        assertThat(typing.said()).contains("\"pins\" : { }");
        assertThat(typing.dovetail("unpin", "notes")).isZero();
        assertThat(typing.said()).contains("Not pinned: notes");
        assertThat(typing.dovetail("unpin")).isEqualTo(2);
        assertThat(typing.complained()).contains("Expected what to unpin");
        assertThat(typing.dovetail("update")).isZero();
        assertThat(typing.said()).contains("Updated to Notes 1.1.0");
    }
}
