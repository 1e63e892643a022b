package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.NotesTeam;
import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryCommandTest {

    private final NotesTeam team = new NotesTeam("Ada's notes");
    private final Path home;
    private final Typing typing;

    RepositoryCommandTest(@TempDir Path directory) throws Exception {
        home = directory.resolve("home");
        typing = new Typing(home, PlatformDirectory.in(directory));
    }

    @AfterEach
    void stop() {
        team.close();
        typing.close();
    }

    private int add(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = team.url().toString();
        all[1] = "--fingerprint";
        all[2] = team.fingerprint().toString().toUpperCase(Locale.ROOT);
        System.arraycopy(options, 0, all, 3, options.length);
        return typing.dovetail("repository add", all);
    }

    private Profile profile() throws Exception {
        return new ProfileFile(home).read();
    }

    @Test
    void aRepositoryIsTrustedByItsFingerprintWithWhatItSaysItBrings() throws Exception {
        assertThat(add()).isZero();
        assertThat(typing.said())
                .contains("Trusted: ada-s-notes at " + team.url())
                .contains("fingerprint  " + team.fingerprint())
                .contains("bundles      team.notes", "carries      team.paper", "packages     team.notes, team.notes.*")
                .contains("on offer     notes");
        assertThat(profile().repository("ada-s-notes")).isPresent();

        assertThat(typing.dovetail("install", "notes")).isZero();
    }

    @Test
    void itMayBeTrustedAnewOnOtherTerms() throws Exception {
        add();
        assertThat(add("--name", "notes", "--bundles", "team.*", "--carries", "a", "--carries", "b.*"))
                .isZero();
        assertThat(add("--name", "notes", "--packages", "team.api", "--allow", "native", "--allow", "fragments"))
                .isZero();

        assertThat(profile().repositories()).singleElement().satisfies(repository -> {
            assertThat(repository.name()).isEqualTo("notes");
            assertThat(repository.namespace().packages()).hasToString("team.api");
            assertThat(repository.namespace().allows()).hasSize(2);
        });
        assertThat(typing.dovetail("repository list")).isZero();
        assertThat(typing.said())
                .contains("notes  " + team.url(), "packages     team.api", "allows       native, fragments");
    }

    @Test
    void howItIsReachedIsKeptAndShownByTheNamesOfSecrets() throws Exception {
        String mirror = "http://localhost:1/";
        Files.createDirectories(home);
        Files.writeString(home.resolve("secrets.json"), "{\"format\": 1, \"secrets\": {\"NOTES\": \"s3cret\"}}");
        Files.setPosixFilePermissions(home.resolve("secrets.json"), PosixFilePermissions.fromString("rw-------"));
        assertThat(add("--mirror", mirror, "--token-env", "NOTES")).isZero();
        assertThat(typing.said())
                .contains("mirror       " + mirror, "token        in NOTES")
                .doesNotContain("s3cret");
        assertThat(Files.readString(home.resolve("profile.json"))).doesNotContain("s3cret");
        Repository.Trusted kept = (Repository.Trusted) profile().repositories().get(0);
        assertThat(kept.access().mirrors()).containsExactly(URI.create(mirror));
        assertThat(kept.access().credentials()).contains(new Credentials.Token("NOTES"));
        assertThat(typing.dovetail("repository list", "--json")).isZero();
        assertThat(typing.said()).contains("\"token\" : \"NOTES\"").doesNotContain("s3cret");
        assertThat(add("--user", "ann", "--password-env", "NOTES")).isZero();
        assertThat(typing.said())
                .contains("user         ann, password in NOTES")
                .doesNotContain("mirror");
    }

    @Test
    void aSecretThatIsNowhereIsNamed() throws Exception {
        assertThat(add("--token-env", "NOBODY_SET_THIS")).isEqualTo(1);
        assertThat(typing.complained()).contains("code: DT-FETCH-021", "NOBODY_SET_THIS");
        assertThat(profile()).isEqualTo(Profile.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "--user ann, --password-env",
        "--password-env P, --user",
        "--token-env T --user ann --password-env P, --token-env",
        "--token-env ghp_16C7!, environment variable",
        "--proxy socks5://a, HTTP proxy"
    })
    void waysToReachItThatDoNotFitTogetherAreAMatterOfUsage(String options, String sentence) throws Exception {
        assertThat(add(options.split(" ", -1))).isEqualTo(2);
        assertThat(typing.complained()).contains(sentence);
        assertThat(profile()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void whatIsTrustedIsToldToPrograms() {
        add("--json");
        String added = typing.said();
        assertThat(typing.dovetail("repository list", "--json")).isZero();
        assertThat(typing.said())
                .isEqualTo(added)
                .contains(
                        "\"name\" : \"ada-s-notes\"",
                        "\"root\" : \"" + team.fingerprint().sha256() + "\"")
                .contains("\"bundles\" : [ \"team.notes\" ]", "\"allows\" : [ ]");
    }

    @Test
    void itIsTrustedNoMoreByItsNameOrItsAddress() throws Exception {
        add();
        assertThat(typing.dovetail("repository remove", "notes")).isEqualTo(1);
        assertThat(typing.complained()).contains("code: DT-TRUST-026", "found: notes.", "It trusts ada-s-notes.");

        assertThat(typing.dovetail("repository remove", "ada-s-notes")).isZero();
        assertThat(typing.said()).contains("Removed: ada-s-notes.", "stays");
        assertThat(profile()).isEqualTo(Profile.EMPTY);

        add();
        assertThat(typing.dovetail("repository remove", team.url().toString())).isZero();
        assertThat(typing.dovetail("repository remove", team.url().toString())).isEqualTo(1);
        assertThat(typing.complained()).contains("It trusts none.");
        assertThat(typing.dovetail("repository list")).isZero();
        assertThat(typing.said()).contains("No repository is trusted. Add one: dovetail repository add URL.");
    }

    @Test
    void anotherFingerprintIsNotBelieved() throws Exception {
        String other = "0".repeat(64);
        assertThat(typing.dovetail("repository add", team.url().toString(), "--fingerprint", other))
                .isEqualTo(1);
        assertThat(typing.complained())
                .contains("code: DT-TRUST-007", team.fingerprint().toString());
        assertThat(profile()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void whereNobodyCanBeAskedTheLineThatTrustsItIsShown() throws Exception {
        assertThat(typing.dovetail("repository add", team.url().toString())).isEqualTo(1);
        assertThat(typing.complained())
                .contains("code: DT-TRUST-022")
                .contains("dovetail repository add " + team.url() + " --fingerprint \"" + team.fingerprint() + "\"");
        assertThat(profile()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void twoThatWouldOwnTheSameNamesAreNotTrustedTogether() throws Exception {
        add();
        try (NotesTeam other = new NotesTeam("others")) {
            String url = other.url().toString();
            String root = other.fingerprint().sha256();
            assertThat(typing.dovetail("repository add", url, "--fingerprint", root))
                    .isEqualTo(1);
            assertThat(typing.complained()).contains("code: DT-TRUST-021", "others", "ada-s-notes", "--bundles");
            assertThat(profile().repositories()).hasSize(1);

            assertThat(typing.dovetail("repository add", url, "--fingerprint", root, "--bundles", "team.others"))
                    .isZero();
            assertThat(profile().repositories()).hasSize(2);
        }
    }

    @Test
    void aHomeThatIsInUseIsLeftAlone() throws Exception {
        HomeLock lock = HomeLock.take(new Home(home));
        try (lock) {
            assertThat(add()).isEqualTo(1);
            assertThat(typing.complained()).contains("code: DT-HOME-011");
            assertThat(typing.dovetail("repository remove", "notes")).isEqualTo(1);
            assertThat(typing.dovetail("repository list")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --allow harm      | native, fragments, dynamic-imports
            --bundles team.**  | team.**
            --name Ada's      | lower-case letters
            """)
    void termsThatNobodyUnderstandsAreWrongUsage(String option, String word) {
        assertThat(add(option.split(" "))).isEqualTo(2);
        assertThat(typing.complained()).contains(word);
        assertThat(home.resolve("profile.json")).doesNotExist();
    }

    @Test
    void itTakesAVerb() {
        assertThat(typing.exactly("repository")).isEqualTo(2);
        assertThat(typing.complained()).contains("Expected add, remove or list behind repository");
    }
}
