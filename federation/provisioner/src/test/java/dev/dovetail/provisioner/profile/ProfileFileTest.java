package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.sample.Documents;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {

    private static final Profile DOCUMENTED = new Profile(
            List.of(URI.create("http://localhost:8080/charts/"), URI.create("http://localhost:8080/tables/index.xml")));

    private final Path path;
    private final ProfileFile file;

    ProfileFileTest(@TempDir Path home) {
        path = home.resolve("profile.json");
        file = new ProfileFile(home);
    }

    private HomeException unreadable(String content) throws Exception {
        Files.writeString(path, content);
        HomeException failure = catchThrowableOfType(HomeException.class, file::read);
        assertThat(failure.code()).isEqualTo("DT-HOME-006");
        assertThat(failure).hasMessageContaining(path.toString());
        return failure;
    }

    @Test
    void theDocumentedExampleIsWhatIsWrittenAndReadByteForByte() throws Exception {
        file.write(DOCUMENTED);
        assertThat(Files.readString(path)).isEqualTo(Documents.example("profile.md"));
        assertThat(file.read()).isEqualTo(DOCUMENTED);
    }

    @Test
    void aNewHomeHasNoRepository() throws Exception {
        assertThat(file.read()).isEqualTo(Profile.EMPTY);
        assertThat(path).doesNotExist();
    }

    @Test
    void unknownMembersArePassedOver() throws Exception {
        Files.writeString(path, "{\"channel\": \"beta\", \"format\": 1, \"repositories\": []}");
        assertThat(file.read()).isEqualTo(Profile.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\": 2, \"repositories\": []}",
                "{\"repositories\": []}",
                "{\"format\": 1}",
                "{\"format\": 1, \"repositories\": \"http://localhost/\"}",
                "{\"format\": 1, \"repositories\": [1]}"
            })
    void aDamagedFileIsNamed(String content) throws Exception {
        assertThat(unreadable(content).hint()).contains("Mend the file");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/, another machine",
        "file:///etc/, no http or https URL",
        "mailto:a, no http or https URL",
        "charts, no http or https URL",
    })
    void anAddressThatMayNotBeAddedMayNotBeWrittenByHandEither(String address, String reason) throws Exception {
        assertThat(unreadable("{\"format\": 1, \"repositories\": [\"" + address + "\"]}"))
                .hasMessageContaining(address)
                .hasMessageContaining(reason);
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws Exception {
        Files.createDirectories(path.resolve("in the way"));
        HomeException failure = catchThrowableOfType(HomeException.class, () -> file.write(DOCUMENTED));
        assertThat(failure.code()).isEqualTo("DT-HOME-007");
        assertThat(path.resolve("in the way")).isDirectory();
    }
}
