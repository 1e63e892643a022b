package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    private static final URI FROM = URI.create("https://example.org/a/b");

    @ParameterizedTest
    @CsvSource({
        "c, https://example.org/a/c",
        "/c, https://example.org/c",
        "https://EXAMPLE.org:443/c, https://EXAMPLE.org:443/c"
    })
    void withinOneServerItIsFollowed(String location, String to) throws Exception {
        assertThat(Redirect.target(FROM, 302, location)).hasToString(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a/b",
                "https://example.com/a/b",
                "https://example.org:8443/a/b",
                "//example.com/a/b",
                "https://example.org@example.com/",
                "file:///etc/passwd",
                "jar:file:///x!/y",
                ":",
                ""
            })
    void anywhereElseItIsNot(String location) {
        assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> Redirect.target(FROM, 302, location));
    }

    @Test
    void plainHttpIsNeverFollowed() {
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> Redirect.target(URI.create("http://localhost/"), 302, "https://localhost/"))
                .withMessageContaining("found status 302 leading to \"https://localhost/\"");
    }
}
