package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.PlatformDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three generations: Notes 1.0.0, Notes 1.1.0, and nothing. */
class RevertCommandTest {

    private final NotesTeam team = new NotesTeam("notes");
    private final Typing typing;

    RevertCommandTest(@TempDir Path directory) throws Exception {
        typing = new Typing(directory.resolve("home"), PlatformDirectory.in(directory));
    }

    @BeforeEach
    void threeGenerations() throws Exception {
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .isZero();
        team.publish("1.1.0");
        assertThat(typing.dovetail("update", "--when", "idle")).isZero();
        assertThat(typing.said()).contains("No window is open, so nothing has to wait.", "Updated to Notes 1.1.0");
        assertThat(typing.dovetail("remove", "notes")).isZero();
        assertThat(typing.said()).contains("generation 3");
    }

    @AfterEach
    void stop() {
        team.close();
        typing.close();
    }

    @Test
    void listsWhatIsKeptAndWhatGoingBackWouldDo() {
        assertThat(typing.dovetail("revert", "--list")).isZero();
        assertThat(typing.said())
                .contains("generation 3: nothing installed (in force)")
                .contains("generation 2: Notes 1.1.0")
                .contains("generation 1: Notes 1.0.0");

        assertThat(typing.dovetail("revert", "--list", "--json")).isZero();
        assertThat(typing.said())
                .contains("\"generation\" : 3", "\"current\" : true", "\"pinned\" : false")
                .contains("\"change\" : \"added\"", "\"to\" : \"1.1.0\"", "\"from\" : \"\"");
    }

    @Test
    void goesBackWithoutTheRepositoryAndWarnsOfWhatAnOlderVersionMayNotRead() {
        team.close();
        assertThat(typing.dovetail("revert", "2")).isZero();
        assertThat(typing.said()).contains("Went back to generation 2: Notes 1.1.0.");

        assertThat(typing.dovetail("revert", "--list", "--json")).isZero();
        assertThat(typing.said()).contains("\"change\" : \"lowered\"", "\"change\" : \"removed\"");
        assertThat(typing.dovetail("revert", "1")).isZero();
        assertThat(typing.complained()).contains("note: ", "more than the older version can read");

        assertThat(typing.dovetail("revert", "2", "--json")).isZero();
        assertThat(typing.said()).contains("\"generation\" : 2", "\"version\" : \"1.1.0\"");
        assertThat(typing.dovetail("revert", "9")).isEqualTo(1);
        assertThat(typing.complained()).contains("error: ", "hint: ");
    }

    @Test
    void pinsAGenerationUntilThePinIsTakenAway() {
        assertThat(typing.dovetail("pin", "--generation", "1")).isZero();
        assertThat(typing.said()).contains("Pinned: generation 1");
        assertThat(typing.dovetail("revert", "--list")).isZero();
        assertThat(typing.said()).contains("generation 1: Notes 1.0.0 (pinned)");

        assertThat(typing.dovetail("pin", "--remove", "--generation", "1", "--json"))
                .isZero();
        assertThat(typing.said()).contains("\"generations\"").doesNotContain("\"pinned\" : true");
        assertThat(typing.dovetail("pin", "--generation", "1")).isZero();
        assertThat(typing.said()).contains("until dovetail unpin --generation 1.");
        assertThat(typing.dovetail("unpin", "--generation", "1")).isZero();
        assertThat(typing.said()).contains("Not pinned: generation 1");
        assertThat(typing.dovetail("unpin", "notes", "--generation", "1")).isEqualTo(2);
        assertThat(typing.dovetail("pin", "--generation", "9")).isEqualTo(1);
        assertThat(typing.dovetail("pin", "notes", "--generation", "1")).isEqualTo(2);
        assertThat(typing.dovetail("pin")).isEqualTo(2);
    }

    @Test
    void anUpdateHasOneMoment() {
        assertThat(typing.dovetail("update", "--now", "--when", "closed")).isEqualTo(2);
        assertThat(typing.complained()).contains("Expected one moment, found --now and --when closed.");
        assertThat(typing.dovetail("update", "--when", "soon")).isEqualTo(2);
        assertThat(typing.complained()).contains("soon");
    }

    @Test
    void aRouteIsReadBeforeAnythingIsStarted() {
        assertThat(typing.dovetail("open", "charts/board?table")).isEqualTo(1);
        assertThat(typing.complained()).contains("code: DT-ROUTE-001");
    }
}
