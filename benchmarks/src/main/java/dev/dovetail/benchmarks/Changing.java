package dev.dovetail.benchmarks;

import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.server.RepositoryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What installing and updating cost in the running window, against plain Felix that is given the addresses. */
final class Changing {

    static final double CPU_BUDGET = 1.5;

    private Changing() {}

    static List<Figure> measure(Java java, Path work, Path repositories, int rounds)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("changing"));
        Path explorer = folder.resolve("explorer");
        Path charts = folder.resolve("charts");
        String ofExplorer = Team.publish(
                explorer, Charter.of("explorer", "team.explorer.*").carrying("*"), jars(repositories, "explorer"));
        String ofCharts = Team.publish(
                charts,
                Charter.of("charts", "team.charts.*").carrying("team.explorer.api"),
                jars(repositories, "charts"));
        try (RepositoryServer first = RepositoryServer.onLoopback(explorer);
                RepositoryServer second = RepositoryServer.onLoopback(charts)) {
            return figures(Told.by(java.withOwn()
                    .builder(
                            ChangingDovetail.class,
                            Files.createDirectories(folder.resolve("work")).toString(),
                            Integer.toString(rounds),
                            first.url() + "#" + ofExplorer,
                            second.url() + "#" + ofCharts,
                            charts.toString(),
                            repositories
                                    .resolve("charts/bundles/team.charts.feature-1.0.0.jar")
                                    .toString())
                    .start()));
        }
    }

    private static List<Path> jars(Path repositories, String name) throws IOException {
        try (Stream<Path> files = Files.list(repositories.resolve(name).resolve("bundles"))) {
            return files.sorted().toList();
        }
    }

    static List<Figure> figures(Told told) {
        List<Figure> figures = new ArrayList<>();
        for (String change : List.of("install", "update")) {
            Samples ours = told.samples(change);
            Samples plain = told.samples("plain-" + change);
            String name = change + " one feature, running";
            figures.add(Figure.budgeted(
                    name + ", CPU", "times plain Felix given the addresses", ours.over(plain), CPU_BUDGET));
            figures.add(Figure.plain(name + ", Dovetail", "ms of CPU", ours));
            figures.add(Figure.plain(name + ", plain Felix", "ms of CPU", plain));
            figures.add(Figure.plain(name + ", painting", "ms of CPU besides", told.samples(change + "-painting")));
        }
        return figures;
    }
}
