package dev.dovetail.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample teams' folders need nothing of the checkout but what is released, and what the other teams released. */
class SampleTeamsIT {

    /** In an order in which nobody waits for what another one releases. */
    private static final List<String> TEAMS = List.of("dashboard", "explorer", "charts");

    private final Path folder;

    SampleTeamsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachTeamBuildsItsRepositoryFromACopyOfItsFolder() throws Exception {
        Path checkout = Path.of(System.getProperty("it.checkout")).toRealPath();
        try (Release release = Release.of(
                checkout,
                Path.of(System.getProperty("it.bundles"), "dovetail-api.jar"),
                System.getProperty("it.version"),
                Path.of(System.getProperty("it.localRepository")),
                folder)) {
            Maven maven = new Maven(checkout.resolve("mvnw"), release);
            for (String team : TEAMS) {
                FileTree.copy(checkout.resolve("remote-bundles").resolve(team), folder.resolve(team));
            }
            // Each of these two compiles against what the other one released.
            for (String team : List.of("explorer", "charts")) {
                maven.run(folder.resolve(team), "-pl", "api", "-am", "install", "-DskipTests");
            }
            for (String team : TEAMS) {
                maven.run(folder.resolve(team), "package", "-DskipTests");
                assertOffers(folder.resolve(team).resolve("repository/target/repository"), team);
            }
        }
    }

    private static void assertOffers(Path repository, String team) throws IOException {
        assertThat(Files.readString(repository.resolve("index.xml")))
                .contains("namespace=\"dovetail.feature\"", "value=\"" + team + "\"", "team." + team + ".feature");
        try (Stream<Path> bundles = Files.list(repository.resolve("bundles"))) {
            assertThat(bundles.map(bundle -> bundle.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("team." + team + ".feature"));
        }
    }
}
