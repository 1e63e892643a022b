package dev.dovetail.demo;

import dev.dovetail.launcher.Main;
import dev.dovetail.launcher.preflight.Mode;
import dev.dovetail.launcher.preflight.Preflight;
import dev.dovetail.launcher.preflight.Verdict;
import dev.dovetail.publisher.repository.Charter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the sample teams' repositories on loopback, and opens the shell on them or lets the story walk through it. */
@Command(
        name = "dovetail demo",
        description = "Serves two teams' repositories on this machine and opens Dovetail on them.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    @Option(names = "--headless", description = "Walks the story by itself, without a display, and checks each step.")
    private boolean headless;

    @Option(names = "--screenshots", paramLabel = "DIR", description = "Where the story's pictures go.")
    private @Nullable Path screenshots;

    private final PrintStream out;
    private final Path workplace;
    private final Path repositories;

    private Demo(PrintStream out, Path workplace, Path repositories) {
        this.out = out;
        this.workplace = workplace;
        this.repositories = repositories;
    }

    /**
     * Runs the demo. The system property {@code dovetail.demo} names the directory with the built repositories.
     *
     * @param arguments the options
     */
    @SuppressWarnings("SystemOut") // A demo talks on the terminal.
    public static void main(String[] arguments) {
        Path built = Path.of(System.getProperty("dovetail.demo"));
        Demo demo = new Demo(System.out, built.resolve("demo"), built.resolve("repositories"));
        System.exit(new CommandLine(demo).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!headless && Preflight.check(Mode.WINDOWED) instanceof Verdict.Lacking lacking) {
            out.println(lacking.message());
            out.println("So the story walks by itself, without a display.");
            headless = true;
        }
        Site.clear(workplace.resolve("home"));
        Site explorer = new Site(workplace.resolve("explorer-site"));
        explorer.found(Charter.of("explorer", "team.explorer.*")
                .carrying("team.charts.api", "com.h2database", "de.siegmar.*"));
        explorer.publish(repositories.resolve("explorer"));
        Site charts = new Site(workplace.resolve("charts-site"));
        charts.found(Charter.of("charts", "team.charts.*").carrying("team.explorer.api"));
        charts.publish(repositories.resolve("charts"));
        try (Child explorerServer = serve(explorer.folder());
                Child chartsServer = serve(charts.folder())) {
            Setting setting = new Setting(
                    workplace.resolve("home"),
                    Files.createDirectories(screenshots == null ? workplace : screenshots)
                            .toAbsolutePath(),
                    trusted(explorerServer, explorer),
                    trusted(chartsServer, charts),
                    charts.folder(),
                    repositories.resolve("charts-next"));
            out.println("The explorer team publishes at " + address(setting.explorer()) + ", signed.");
            out.println("The charts team publishes at   " + address(setting.charts()) + ", signed.");
            return headless ? story(setting, explorerServer, chartsServer) : explore(setting);
        }
    }

    /** The address and the fingerprint, as the team would print them side by side. */
    private static URI trusted(Child server, Site site) throws IOException {
        return URI.create(server.firstLine() + "#" + site.fingerprint());
    }

    private static Child serve(Path folder) throws IOException {
        return Child.listenTo(RepositoryServer.class, folder.toString());
    }

    private static String address(URI trusted) {
        return trusted.toString().replaceFirst("#.*", "");
    }

    private int story(Setting setting, Child... servers) throws IOException, InterruptedException {
        int online = play("online", setting);
        if (online != 0) {
            return online;
        }
        new Teller(out, setting.pictures()).tell("Both repositories are killed, and so is the window.", () -> {
            for (Child server : servers) {
                server.close();
            }
        });
        int offline = play("offline", setting);
        if (offline == 0) {
            out.println("Every step happened. Pictures: " + setting.pictures());
        }
        return offline;
    }

    private static int play(String act, Setting setting) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(act));
        arguments.addAll(setting.arguments());
        try (Child child = Child.start(Act.class, arguments.toArray(String[]::new))) {
            return child.await();
        }
    }

    private int explore(Setting setting) throws IOException, InterruptedException {
        try (Child shell = Child.start(
                Main.class,
                "run",
                "--home",
                setting.home().toString(),
                "--repository",
                setting.explorer().toString(),
                "--repository",
                setting.charts().toString())) {
            out.println("Open Explorer in the rail, query a sample, and chart it.");
            out.println("Press Enter here to let the charts team publish 1.1.0; then check for updates in the window.");
            Thread publishing = new Thread(() -> publishOnEnter(setting), "demo-publish");
            publishing.setDaemon(true);
            publishing.start();
            return shell.await();
        }
    }

    private void publishOnEnter(Setting setting) {
        try {
            if (System.in.read() >= 0) {
                new Site(setting.site()).publish(setting.release());
                out.println("Charts 1.1.0 is published.");
            }
        } catch (IOException e) {
            out.println("Charts 1.1.0 could not be published: " + e.getMessage());
        }
    }
}
