package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final URI CHARTS = URI.create("https://example.org/charts/");
    private static final URI TABLES = URI.create("https://example.org/charts/tables/");

    private final Routes routes = routes(Map.of("TOKEN", "s3cret", "PASSWORD", "pa:ss", "BAD", "two\r\nlines"));

    private static Routes routes(Map<String, String> secrets) {
        return new Routes(
                () -> List.of(
                        new Route(CHARTS, Optional.empty(), Optional.of(new Credentials.Token("TOKEN"))),
                        new Route(TABLES, Optional.empty(), Optional.of(new Credentials.Password("ann", "PASSWORD"))),
                        new Route(
                                URI.create("https://bad.example.org/"),
                                Optional.empty(),
                                Optional.of(new Credentials.Token("BAD")))),
                name -> Optional.ofNullable(secrets.get(name)));
    }

    @Test
    void aRepositoryGetsItsOwnSecret() throws Exception {
        assertThat(routes.authorization(CHARTS.resolve("metadata/timestamp.json")))
                .contains("Bearer s3cret");
        assertThat(routes.authorization(URI.create("https://EXAMPLE.org:443/charts/x")))
                .contains("Bearer s3cret");
        assertThat(routes.authorization(TABLES.resolve("metadata/timestamp.json")))
                .contains("Basic YW5uOnBhOnNz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "https://example.org/charts-of-others/a",
                "https://example.org/charts/../other/a",
                "https://example.org:444/charts/a",
                "http://example.org/charts/a",
                "https://example.org.evil.com/charts/a",
                "https://charts.example.org/charts/a"
            })
    void nobodyElseGetsIt(String url) throws Exception {
        assertThat(routes.authorization(URI.create(url))).isEmpty();
    }

    @Test
    void aSecretThatIsMissingIsSaidByItsNameAlone() {
        RepositoryException none = catchThrowableOfType(
                RepositoryException.class, () -> routes(Map.of()).authorization(CHARTS));
        assertThat(none.code()).isEqualTo("DT-FETCH-021");
        assertThat(none).hasMessageContaining("TOKEN").hasMessageContaining("found none");
    }

    @Test
    void aSecretThatNoHeaderCanHaveIsNeitherSentNorQuoted() {
        RepositoryException bad = catchThrowableOfType(
                RepositoryException.class, () -> routes.authorization(URI.create("https://bad.example.org/a")));
        assertThat(bad.code()).isEqualTo("DT-FETCH-021");
        assertThat(bad.getMessage() + bad.hint()).doesNotContain("two").doesNotContain("lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret!", "ghp_abc def", "1TOKEN"})
    void whatIsNoNameIsTakenForASecretAndNoUserHasAColon(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials.Token(name));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials.Password("a:b", "NAME"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials.Password("", "NAME"));
    }
}
