package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexLocationTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost, http://localhost/index.xml.gz, http://localhost/index.xml",
        "http://localhost:80/, http://localhost:80/index.xml.gz, http://localhost:80/index.xml",
        "http://localhost/a, http://localhost/a/index.xml.gz, http://localhost/a/index.xml",
        "http://localhost/a%20b/, http://localhost/a%20b/index.xml.gz, http://localhost/a%20b/index.xml",
    })
    void aFolderHasAPackedIndexOrElseAPlainOne(URI folder, URI packed, URI plain) {
        assertThat(IndexLocation.of(folder)).isEqualTo(List.of(packed, plain));
        assertThat(IndexLocation.last(folder)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost/index.xml", "http://localhost/a/team.xml.gz"})
    void aFileIsItself(URI file) {
        assertThat(IndexLocation.of(file)).containsExactly(file);
    }
}
