package dev.dovetail.publisher.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFile;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.json.JsonWriter;
import dev.dovetail.trust.metadata.Signature;
import dev.dovetail.trust.metadata.TargetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatExamplesTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/example");
    private static final Path REPOSITORY = EXAMPLE.resolve("R");
    private static final Path KEY = EXAMPLE.resolve("timestamp-20090d57.json");

    private static String documented(String page, String block) throws IOException {
        String text = Files.readString(Path.of("../docs/formats").resolve(page));
        Matcher matcher = Pattern.compile("```[a-z]+ " + block + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(matcher.find()).as(block + " in " + page).isTrue();
        return matcher.group(1);
    }

    private static Json json(byte[] bytes) throws Exception {
        return JsonReader.read(bytes);
    }

    @Test
    void theExampleRepositoryIsGood() throws Exception {
        State state = new StateReader(REPOSITORY).read();

        assertThat(state.charter()).isEqualTo(Charter.of("acme", "acme.*").carrying("com.h2database"));
        assertThat(state.paths()).containsExactly("bundles/acme.lib/acme.lib-1.2.0.jar");
        assertThat(state.teams().keySet()).containsExactly("acme");
    }

    @ParameterizedTest
    @CsvSource({"targets,1.targets", "acme,2.acme", "snapshot,2.snapshot", "timestamp,timestamp"})
    void theMetadataAreThoseOfTheExample(String block, String file) throws Exception {
        byte[] bytes = Files.readAllBytes(REPOSITORY.resolve("metadata/" + file + ".json"));

        assertThat(json(documented("repository.md", block).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(json(bytes));
        assertThat(JsonWriter.bytes(json(bytes))).isEqualTo(bytes);
        assertThat(CanonicalJson.bytes(json(bytes))).isNotEqualTo(bytes);
    }

    @Test
    void theIndexIsThatOfTheExample() throws Exception {
        StateReader files = new StateReader(REPOSITORY);
        State state = files.read();
        TargetFile index = Objects.requireNonNull(
                state.offered(state.team("acme").orElseThrow()).targets().get("index-acme.xml.gz"));
        byte[] gz = files.target("index-acme.xml.gz", index);

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gz))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(documented("repository.md", "index"));
        }
    }

    @Test
    void theJournalNamesTheFilesOfTheExample() throws Exception {
        List<String> named = documented("repository.md", "journal")
                .lines()
                .filter(line -> line.startsWith("new "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(named).hasSize(4).allSatisfy(path -> assertThat(REPOSITORY.resolve(path))
                .isRegularFile());
    }

    @Test
    void theKeyOpensAndSigns(@TempDir Path folder) throws Exception {
        assertThat(json(documented("keys.md", "key").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(json(Files.readAllBytes(KEY)));
        Files.copy(KEY, folder.resolve(KEY.getFileName()));
        KeyFolder keys = new KeyFolder(folder);
        KeyFile file = keys.list().get(0);

        Signature signature = new Keys(keys, Passphrase.of("correct horse battery staple"), KeyDerivation.STANDARD)
                .signers(Set.of(file.key().id()))
                .get(0)
                .sign(new byte[] {1});

        assertThat(file.fileName()).isEqualTo(String.valueOf(KEY.getFileName()));
        assertThat(file.weaklyProtected()).isFalse();
        assertThat(file.key().verifies(new byte[] {1}, signature)).isTrue();
        assertThat(new StateReader(REPOSITORY).read().role("timestamp").keyIds())
                .containsExactly(file.key().id());
    }

    @Test
    void everyErrorCodeHasItsPage() throws IOException {
        Pattern code = Pattern.compile("\"(DT-PUBLISH-\\d{3})\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> codes = sources.filter(Files::isRegularFile)
                    .flatMap(file -> code.matcher(text(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(codes).hasSizeGreaterThan(20).allSatisfy(found -> assertThat(
                            Path.of("../docs/errors", found + ".md"))
                    .isRegularFile()
                    .content()
                    .startsWith("# " + found + ": ")
                    .satisfies(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(25)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
