package dev.dovetail.provisioner.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLocationTest {

    @Test
    void itsFoldersLieBelowTheAddress() {
        RepositoryLocation location = RepositoryLocation.at(URI.create("https://example.org/acme"));

        assertThat(location.metadata()).hasToString("https://example.org/acme/metadata/");
        assertThat(location.targets()).hasToString("https://example.org/acme/targets/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/", "http://127.0.0.1:80/", "http://[::1]/", "HTTPS://example.org/"})
    void whereItMayBe(String url) {
        assertThat(RepositoryLocation.at(URI.create(url)).metadata().toString()).endsWith("/metadata/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "http://localhost.example.org/",
                "ftp://localhost/",
                "file:///tmp/",
                "relative"
            })
    void whereItMayNotBe(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryLocation.at(URI.create(url)));
    }
}
