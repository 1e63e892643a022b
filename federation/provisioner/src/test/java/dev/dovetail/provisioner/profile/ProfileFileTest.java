package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.sample.Documents;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.VersionRange;

class ProfileFileTest {

    private static final Profile DOCUMENTED = new Profile(List.of(
                    new Repository.Trusted(
                            "charts",
                            URI.create("https://example.org/charts/"),
                            new Fingerprint("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                            Namespace.of(NamePatterns.of("team.charts.*"), NamePatterns.of("team.explorer.api"))
                                    .allowing(Set.of(Permission.NATIVE)),
                            new Access(
                                    List.of(URI.create("https://mirror.example.net/charts/")),
                                    Optional.of(URI.create("http://proxy.example.org:3128")),
                                    Optional.of(new Credentials.Token("CHARTS_TOKEN")))),
                    new Repository.Trusted(
                            "tables",
                            URI.create("http://localhost:8080/tables/"),
                            new Fingerprint("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"),
                            Namespace.of(NamePatterns.of("team.tables"), NamePatterns.NONE))))
            .pinning(Pins.NONE.with("charts", new VersionRange("[1.2,2)")));

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
    void pinsAreReadInAnyNotationOfARange() throws Exception {
        Files.writeString(path, "{\"format\": 2, \"repositories\": [], \"pins\": {\"charts\": \"[1,2)\"}}");
        assertThat(file.read().pins().of("charts")).contains(new VersionRange("[1.0.0,2.0.0)"));
        unreadable("{\"format\": 2, \"repositories\": [], \"pins\": {\"charts\": \"soon\"}}");
        unreadable("{\"format\": 2, \"repositories\": [], \"pins\": {\"charts\": 1}}");
        unreadable("{\"format\": 2, \"repositories\": [], \"pins\": []}");
    }

    @Test
    void aNewHomeHasNoRepository() throws Exception {
        assertThat(file.read()).isEqualTo(Profile.EMPTY);
        assertThat(path).doesNotExist();
    }

    @Test
    void unknownMembersArePassedOver() throws Exception {
        Files.writeString(path, "{\"channel\": \"beta\", \"format\": 2, \"repositories\": []}");
        assertThat(file.read()).isEqualTo(Profile.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\": 1, \"repositories\": []}",
                "{\"format\": 3, \"repositories\": []}",
                "{\"repositories\": []}",
                "{\"format\": 2}",
                "{\"format\": 2, \"repositories\": \"http://localhost/\"}",
                "{\"format\": 2, \"repositories\": [1]}"
            })
    void aDamagedFileIsNamed(String content) throws Exception {
        assertThat(unreadable(content).hint()).contains("Mend the file");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/, without encryption",
        "file:///etc/, no http or https URL",
        "mailto:a, no http or https URL",
        "charts, no http or https URL",
    })
    void anAddressThatMayNotBeAddedMayNotBeWrittenByHandEither(String address, String reason) throws Exception {
        assertThat(unreadable(Documents.example("profile.md").replace("https://example.org/charts/", address)))
                .hasMessageContaining(address)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tables\",|\"charts\",",
                "\"team.tables\" ]|\"team.charts.tables\" ]",
                "\"native\"|\"everything\"",
                "9f86|9f8",
                "team.charts.*|team.*.charts",
                "\"charts\",|\"Charts\",",
                "CHARTS_TOKEN|ghp_16C7!",
                "http://proxy|socks5://proxy",
                "https://mirror.example.net|http://mirror.example.net",
                "\"token\"|\"password\"",
                "\"token\" :|\"user\": \"ann\", \"password\": \"P\", \"token\" :",
            })
    void whatCannotBeMeantIsRefused(String good, String bad) throws Exception {
        String documented = Documents.example("profile.md");
        assertThat(documented).contains(good);
        assertThat(unreadable(documented.replace(good, bad)).hint()).contains("Mend the file");
    }

    @Test
    void aPasswordIsNamedBesideItsUser() throws Exception {
        String user = "\"user\" : \"ann\",\n    \"password\" : \"CHARTS_PASSWORD\"";
        Files.writeString(path, Documents.example("profile.md").replace("\"token\" : \"CHARTS_TOKEN\"", user));
        Repository.Trusted charts =
                (Repository.Trusted) file.read().repositories().get(0);
        assertThat(charts.access().credentials()).contains(new Credentials.Password("ann", "CHARTS_PASSWORD"));
        file.write(file.read());
        assertThat(Files.readString(path)).contains(user);
    }

    @Test
    void routesAndPlacesFollowFromIt() {
        URI mirror = URI.create("https://mirror.example.net/charts/");
        URI charts = URI.create("https://example.org/charts/");
        assertThat(DOCUMENTED.places(charts.resolve("targets/a%2Fb.jar")))
                .containsExactly(charts.resolve("targets/a%2Fb.jar"), mirror.resolve("targets/a%2Fb.jar"));
        assertThat(DOCUMENTED.places(URI.create("https://example.org/other/a.jar")))
                .hasSize(1);
        assertThat(DOCUMENTED.routes())
                .filteredOn(route -> route.credentials().isPresent())
                .singleElement()
                .satisfies(route -> assertThat(route.repository()).isEqualTo(charts));
        assertThat(DOCUMENTED.routes())
                .filteredOn(route -> route.proxy().isPresent())
                .hasSize(2);
    }

    @Test
    void whatIsUnsignedIsNotRemembered() throws Exception {
        file.write(DOCUMENTED.with(new Repository.Unsigned(URI.create("http://localhost:9000/"))));
        assertThat(file.read()).isEqualTo(DOCUMENTED);
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws Exception {
        Files.createDirectories(path.resolve("in the way"));
        HomeException failure = catchThrowableOfType(HomeException.class, () -> file.write(DOCUMENTED));
        assertThat(failure.code()).isEqualTo("DT-HOME-007");
        assertThat(path.resolve("in the way")).isDirectory();
    }
}
