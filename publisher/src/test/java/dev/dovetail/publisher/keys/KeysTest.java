package dev.dovetail.publisher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "correct horse battery";

    @TempDir
    private Path folder;

    private Keys keys(String passphrase) throws PublishException {
        return new Keys(new KeyFolder(folder.resolve("keys")), Passphrase.of(passphrase), new KeyDerivation(2));
    }

    private Path file() throws PublishException {
        return folder.resolve("keys")
                .resolve(new KeyFolder(folder.resolve("keys")).list().get(0).fileName());
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOf(PublishException.class)
                .hasMessageNotContaining(SECRET)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    void whatIsKeptSignsAgain() throws Exception {
        Key key = keys(SECRET).generate("timestamp");

        Signature signature = keys(SECRET).signers(Set.of(key.id())).get(0).sign(MESSAGE);

        assertThat(key.verifies(MESSAGE, signature)).isTrue();
    }

    @Test
    void onlyTheOwnerLooksIn() throws Exception {
        keys(SECRET).generate("timestamp");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theFileTellsThePublicHalfAlone() throws Exception {
        Key key = keys(SECRET).generate("timestamp");

        KeyFile file = KeyFile.read(Files.readAllBytes(file()));

        assertThat(file.key()).isEqualTo(key);
        assertThat(file.role()).isEqualTo("timestamp");
        assertThat(file.fileName()).isEqualTo("timestamp-" + key.id().substring(0, 8) + ".json");
        assertThat(file.weaklyProtected()).isTrue();
        assertThat(Files.readString(file())).doesNotContain("302e0201"); // how every private half begins
    }

    @Test
    void anotherPassphraseOpensNothing() throws Exception {
        Key key = keys(SECRET).generate("timestamp");

        refused("DT-PUBLISH-034", () -> keys("another").signers(Set.of(key.id())));
        refused("DT-PUBLISH-034", () -> keys("another").unlock());
    }

    @Test
    void aFileThatNamesAnotherRoleIsNotOpened() throws Exception {
        Key key = keys(SECRET).generate("timestamp");
        Files.writeString(file(), Files.readString(file()).replace("timestamp", "root"));

        refused("DT-PUBLISH-034", () -> keys(SECRET).signers(List.of(key.id())));
    }

    @Test
    void aFileThatNamesAnotherPublicHalfIsNotOpened() throws Exception {
        Key key = keys(SECRET).generate("timestamp");
        Path file = file();
        Key other = keys(SECRET).generate("targets");
        Files.writeString(file, Files.readString(file).replace(publicHalf(key), publicHalf(other)));

        refused("DT-PUBLISH-034", () -> keys(SECRET).signers(List.of(other.id())));
    }

    private static String publicHalf(Key key) throws Exception {
        return key.value().text("public");
    }

    @Test
    void thePassphraseIsDerivedOnceForAllKeysOfAFolder() throws Exception {
        Keys making = keys(SECRET);
        List<String> ids = List.of(
                making.generate("root").id(),
                making.generate("root").id(),
                making.generate("targets").id());
        assertThat(making.derivations()).isEqualTo(1);

        Keys using = keys(SECRET);
        using.unlock();
        using.signers(ids);
        using.generate("more");

        assertThat(using.derivations()).isEqualTo(1);
        Keys later = keys(SECRET);
        later.unlock();
        assertThat(later.signers(ids)).hasSize(3);
        assertThat(later.derivations()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsPutAsideIsKeptAndSignsNothing() throws Exception {
        Key key = keys(SECRET).generate("timestamp");
        String name = String.valueOf(file().getFileName());

        keys(SECRET).retire(Set.of(key.id()));

        assertThat(keys(SECRET).signers(Set.of(key.id()))).isEmpty();
        assertThat(folder.resolve("keys/retired").resolve(name)).exists();
    }

    @Test
    void aFolderWithoutKeysIsNamed() {
        refused("DT-PUBLISH-033", () -> keys(SECRET).unlock());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"format\":1','\"format\":2'",
        "PBKDF2-HMAC-SHA256,scrypt",
        "AES-256-GCM,none",
        "'\"iterations\":2','\"iterations\":2000000000'",
        "'\"iterations\":2','\"iterations\":0'",
        "'\"salt\":\"','\"salt\":\"x'",
        "'{','['"
    })
    void aFileOfAnotherFormIsRefused(String from, String to) throws Exception {
        keys(SECRET).generate("timestamp");
        Path file = file();
        Files.writeString(file, Files.readString(file).replace(from, to));

        refused("DT-PUBLISH-031", () -> keys(SECRET).unlock());
    }

    @Test
    void aKeyThatCantBeKeptIsNotMade() throws Exception {
        Files.writeString(folder.resolve("keys"), "no folder");

        refused("DT-PUBLISH-032", () -> keys(SECRET).generate("timestamp"));
    }

    @Test
    void aPassphraseTellsNothingOfItself() throws Exception {
        try (Passphrase passphrase = Passphrase.of(SECRET)) {
            assertThat(passphrase.toString()).doesNotContain("correct");
            assertThat(passphrase.weak()).isFalse();
        }
        assertThat(Passphrase.of("short").weak()).isTrue();
        refused("DT-PUBLISH-030", () -> Passphrase.of(""));
    }

    @Test
    void theStandardDerivationIsNotWeak() {
        assertThat(KeyDerivation.STANDARD.weak()).isFalse();
        assertThat(KeyDerivation.STANDARD.iterations()).isGreaterThanOrEqualTo(600_000);
    }

    @Test
    void theKeysOfARepositoryLieBesideIt() throws IOException {
        assertThat(KeyFolder.beside(folder.resolve("R")).path()).isEqualTo(folder.resolve("R.keys"));
    }
}
