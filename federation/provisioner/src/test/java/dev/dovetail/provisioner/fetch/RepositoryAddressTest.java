package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.RepositoryException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/",
        "http://localhost:8080/, http://localhost:8080/",
        "https://localhost/charts, https://localhost/charts/",
        "https://example.com, https://example.com/",
        "http://LocalHost/charts/, http://LocalHost/charts/",
        "HTTP://127.0.0.1:65535/a/b, HTTP://127.0.0.1:65535/a/b/",
        "http://[::1]:8080/, http://[::1]:8080/",
        "http://localhost/index.xml, http://localhost/index.xml",
        "http://localhost/team.xml.gz, http://localhost/team.xml.gz",
        "'  http://localhost/  ', http://localhost/",
    })
    void anAddressOverTlsOrOnThisMachineIsTakenAndAFolderEndsWithASlash(String typed, String address) throws Exception {
        assertThat(RepositoryAddress.parse(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8080",
                "/a/b",
                "file:///etc/passwd",
                "ftp://localhost/",
                "mailto:a@localhost",
                "http:///nohost",
                "http://",
                "http://local host/",
                "http://example.com/",
                "http://localhost.example.com/",
                "http://127.0.0.1.example.com/",
                "http://127.0.0.2/",
                "http://0.0.0.0/",
                "http://localhost@example.com/",
                "http://someone:secret@localhost/",
                "http://localhost/?a=b",
                "http://localhost/#top",
                "http://localhost:70000/",
            })
    void everythingElseIsRefusedByNameWithAnExample(String typed) {
        assertThatThrownBy(() -> RepositoryAddress.parse(typed))
                .isInstanceOfSatisfying(RepositoryException.class, e -> {
                    assertThat(e.code()).isEqualTo("DT-FETCH-010");
                    assertThat(e.hint()).contains("http://localhost:8080/");
                })
                .hasMessageContaining("found: " + typed);
    }
}
