package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsFileTest {

    private final Path home;

    SecretsFileTest(@TempDir Path home) {
        this.home = home;
    }

    private void write(String json, String permissions) throws IOException {
        Path file = Files.writeString(home.resolve("secrets.json"), json);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private SecretsFile secrets(Map<String, String> environment) {
        return new SecretsFile(home, environment);
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws Exception {
        write("{\"format\": 1, \"secrets\": {\"CHARTS\": \"kept\", \"TABLES\": \"kept too\"}}", "rw-------");
        SecretsFile secrets = secrets(Map.of("CHARTS", "set", "TABLES", ""));
        assertThat(secrets.secret("CHARTS")).contains("set");
        assertThat(secrets.secret("TABLES")).contains("kept too");
        assertThat(secrets.secret("MAPS")).isEmpty();
    }

    @Test
    void withoutAFileThereIsTheEnvironmentAlone() throws Exception {
        assertThat(secrets(Map.of("CHARTS", "set")).secret("CHARTS")).contains("set");
        assertThat(secrets(Map.of()).secret("CHARTS")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersCanReadOrWriteIsNotBelieved(String permissions) throws Exception {
        write("{\"format\": 1, \"secrets\": {\"CHARTS\": \"s3cret\"}}", permissions);
        HomeException refusal = catchThrowableOfType(
                HomeException.class, () -> secrets(Map.of()).secret("CHARTS"));
        assertThat(refusal.code()).isEqualTo("DT-HOME-026");
        assertThat(refusal.hint()).contains("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "{\"format\": 2, \"secrets\": {\"CHARTS\": \"s3cret\"}}",
                "{\"format\": 1, \"secrets\": {\"CHARTS\": [\"s3cret\"]}}",
                "{\"format\": 1, \"secrets\": \"s3cret\"}",
                "{\"format\": 1, \"secrets\": {\"CHARTS\": s3cret}}",
                "{\"format\": \"s3cret\"}"
            })
    void aFileThatIsNoneIsSaidToBeSoWithoutAWordOfIt(String text) throws Exception {
        write(text, "rw-------");
        HomeException refusal = catchThrowableOfType(
                HomeException.class, () -> secrets(Map.of()).secret("CHARTS"));
        assertThat(refusal.code()).isEqualTo("DT-HOME-025");
        assertThat(refusal.getMessage() + refusal.hint()).doesNotContain("s3cret");
        assertThat(refusal).hasNoCause();
    }
}
