package dev.dovetail.provisioner.generation;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.sample.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationsTest {

    private static final byte[] INDEX = "<repository/>".getBytes(StandardCharsets.UTF_8);

    private final Path home;
    private final Generations generations;

    GenerationsTest(@TempDir Path home) {
        this.home = home;
        this.generations = new Generations(home);
    }

    private static Lockfile generation(long number) {
        LockedBundle charts = bundle("charts", number + ".0.0");
        return new Lockfile(number, List.of(charts), List.of(feature("charts", charts)));
    }

    private HomeException unreadable() {
        HomeException failure = catchThrowableOfType(HomeException.class, generations::current);
        assertThat(failure.code()).isEqualTo("DT-HOME-005");
        assertThat(failure.hint()).contains(home.resolve("current").toString());
        return failure;
    }

    @Test
    void nothingIsInstalledInANewHome() throws Exception {
        assertThat(generations.current()).isEqualTo(Lockfile.EMPTY);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatWasCommittedLastIsInForce() throws Exception {
        generations.commit(generation(1), new byte[0]);
        generations.commit(generation(2), INDEX);
        Generations again = new Generations(home);
        assertThat(again.current()).isEqualTo(generation(2));
        assertThat(again.index(again.current())).isEqualTo(INDEX);
    }

    @Test
    void theFilesLieWhereTheDocumentSays() throws Exception {
        generations.commit(generation(1), INDEX);
        generations.commit(generation(2), INDEX);
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString())
                            .sorted())
                    .containsExactly(
                            "current",
                            "generations/1.lock",
                            "generations/1.xml",
                            "generations/2.lock",
                            "generations/2.xml");
        }
        assertThat(home.resolve("current")).hasContent(Documents.example("home.md", 1) + "\n");
    }

    @Test
    void theSameBytesAreParsedOnceAndDamageIsFoundAllTheSame() throws Exception {
        generations.commit(generation(1), INDEX);
        Lockfile read = generations.current();
        assertThat(generations.current()).isSameAs(read);
        Path file = home.resolve("generations/1.lock");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"1.0.0\"", "\"1.0,0\""));
        assertThat(unreadable()).hasMessageContaining("1.lock");
        Files.writeString(file, whole);
        assertThat(generations.current()).isEqualTo(read);
    }

    @Test
    void anEarlierGenerationMayBePutInForceByHand() throws Exception {
        generations.commit(generation(1), INDEX);
        generations.commit(generation(2), INDEX);
        Files.writeString(home.resolve("current"), "1");
        assertThat(generations.current()).isEqualTo(generation(1));
        Files.writeString(home.resolve("current"), "0\n");
        assertThat(generations.current()).isEqualTo(Lockfile.EMPTY);
    }

    @Test
    void aLostCurrentIsNotTakenForANewHome() throws Exception {
        generations.commit(generation(1), INDEX);
        Files.delete(home.resolve("current"));
        assertThat(unreadable()).hasMessageContaining("current: it is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "-1", "1 2", "../1", "1\u0000", "99999999999999999999"})
    void aDamagedCurrentIsNamed(String content) throws Exception {
        generations.commit(generation(1), INDEX);
        Files.writeString(home.resolve("current"), content);
        assertThat(unreadable())
                .hasMessageContaining(home.resolve("current").toString())
                .hasMessageContaining("expected the number of a generation");
    }

    @Test
    void aCurrentThatIsNoTextIsNamed() throws Exception {
        generations.commit(generation(1), INDEX);
        Files.write(home.resolve("current"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(unreadable()).hasMessageContaining(home.resolve("current").toString());
    }

    @Test
    void aMissingLockfileIsNamed() throws Exception {
        generations.commit(generation(1), INDEX);
        Files.delete(home.resolve("generations/1.lock"));
        assertThat(unreadable()).hasMessageContaining("1.lock: it is missing");
    }

    @Test
    void aDamagedLockfileIsNamed() throws Exception {
        generations.commit(generation(1), INDEX);
        Files.writeString(home.resolve("generations/1.lock"), "{\"format\" : 1");
        assertThat(unreadable()).hasMessageContaining("1.lock").hasMessageContaining("line 1");
    }

    @Test
    void aLockfileUnderAnotherNumberIsRefused() throws Exception {
        generations.commit(generation(1), INDEX);
        generations.commit(generation(2), INDEX);
        Files.copy(
                home.resolve("generations/1.lock"),
                home.resolve("generations/2.lock"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(unreadable()).hasMessageContaining("expected generation 2, found 1");
    }

    @Test
    void aMissingIndexIsNamed() throws Exception {
        generations.commit(generation(1), INDEX);
        Files.delete(home.resolve("generations/1.xml"));
        assertThat(generations.current()).isEqualTo(generation(1));
        HomeException failure = catchThrowableOfType(HomeException.class, () -> generations.index(generation(1)));
        assertThat(failure).hasMessageContaining("1.xml: it is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generations/2.xml", "generations/2.lock", "current"})
    void aCommitThatFailsAtAnyFileLeavesTheOldInForce(String file) throws Exception {
        generations.commit(generation(1), INDEX);
        Path kept = home.resolve("kept");
        if (file.equals("current")) {
            Files.move(home.resolve(file), kept);
        }
        Files.createDirectories(home.resolve(file).resolve("in the way"));
        HomeException failure =
                catchThrowableOfType(HomeException.class, () -> generations.commit(generation(2), INDEX));
        assertThat(failure.code()).isEqualTo("DT-HOME-004");
        assertThat(failure).hasMessageContaining("generation 2");
        if (file.equals("current")) {
            Files.delete(home.resolve(file).resolve("in the way"));
            Files.delete(home.resolve(file));
            Files.move(kept, home.resolve(file));
        }
        assertThat(generations.current()).isEqualTo(generation(1));
        assertThat(home).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFirstCommitThatFailsLeavesNothingInForce() throws Exception {
        Files.createDirectories(home.resolve("generations/1.lock/in the way"));
        Files.writeString(home.resolve("current"), "0\n");
        assertThat(catchThrowableOfType(HomeException.class, () -> generations.commit(generation(1), INDEX)))
                .isNotNull();
        assertThat(generations.current()).isEqualTo(Lockfile.EMPTY);
    }
}
