package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.PlatformDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path directory;

    private NotesTeam team;
    private Typing typing;

    @BeforeEach
    void install() throws Exception {
        team = new NotesTeam("ada-s-notes");
        typing = new Typing(directory.resolve("home"), PlatformDirectory.in(directory));
        assertThat(typing.dovetail("install", "notes", "--repository", team.trusted()))
                .as(typing.complained())
                .isZero();
    }

    @AfterEach
    void close() {
        typing.close();
        team.close();
    }

    private Path jar() throws Exception {
        try (Stream<Path> files = Files.walk(directory.resolve("home/store"))) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(jars).isNotEmpty();
            return jars.get(0);
        }
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(typing.dovetail("doctor")).as(typing.said()).isZero();
        assertThat(typing.said()).contains("ok      store", "ok      repository", "ok      clock", "ok      disk");
        assertThat(typing.dovetail("doctor", "--json")).isZero();
        assertThat(typing.said()).contains("\"broken\" : false", "\"severity\" : \"fine\"");
    }

    @Test
    void findsADamagedJarLeavesItThereAndMendsItWhenTold() throws Exception {
        byte[] bytes = Files.readAllBytes(jar());
        bytes[bytes.length / 2] ^= 1;
        Path jar = jar();
        Files.write(jar, bytes);

        assertThat(typing.dovetail("doctor")).isEqualTo(1);
        assertThat(typing.said()).contains("broken  store", "is damaged", "dovetail doctor --repair");
        assertThat(Files.readAllBytes(jar)).isEqualTo(bytes);

        assertThat(typing.dovetail("doctor", "--repair"))
                .as(typing.complained())
                .isZero();
        assertThat(typing.said()).contains("ok      store");
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(bytes);
    }

    @Test
    void looksThroughNoMemoryWhereNothingRuns() {
        assertThat(typing.dovetail("doctor", "--leaks")).isEqualTo(1);
        assertThat(typing.complained())
                .contains("error: Expected a Dovetail that has", "found none", "hint: Start it", "code: DT-LEAK-001");
    }

    @Test
    void findsARepositoryThatDoesNotAnswer() {
        team.close();
        assertThat(typing.dovetail("doctor")).isEqualTo(1);
        assertThat(typing.said()).contains("broken  repository", "ok      store");
    }

    @Test
    void looksEvenAtAHomeWhoseProfileCannotBeRead() throws Exception {
        Files.writeString(directory.resolve("home/profile.json"), "{");
        assertThat(typing.dovetail("doctor")).isEqualTo(1);
        assertThat(typing.said()).contains("broken  profile", "ok      store");
    }
}
