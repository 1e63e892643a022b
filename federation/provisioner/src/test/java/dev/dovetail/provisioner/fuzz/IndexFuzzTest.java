package dev.dovetail.provisioner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;

/** Whatever an index holds, reading it ends in entries, usable or not, or in a refusal. */
class IndexFuzzTest {

    private static final URI REPOSITORY = URI.create("http://localhost:8080/");

    private final IndexReader reader = new IndexReader();

    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void index(byte[] xml) throws IOException {
        try {
            Index index = reader.read(new ByteArrayInputStream(xml), REPOSITORY, REPOSITORY.resolve("index.xml"));
            assertThat(index.bundles())
                    .allSatisfy(bundle -> assertThat(bundle.url().getHost()).isEqualTo("localhost"));
        } catch (IndexException e) {
            assertThat(e).hasMessageContaining(" ");
        }
    }
}
