package dev.dovetail.shell.pictures;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;

import dev.dovetail.federation.Condition;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.ShellFixture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;

/** Draws the states that matter, to be looked at: {@code Pictures DIRECTORY}. */
public final class Pictures {

    private static final URI DESK = URI.create("https://desk.example.org/features");

    private static final Instant MORNING = Instant.parse("2026-03-01T09:05:00Z");

    private final Path directory;

    private Pictures(Path directory) {
        this.directory = directory;
    }

    public static void main(String... arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        new Pictures(directory).draw();
        System.exit(0);
    }

    private void draw() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            shell.services.view("charts.main", active -> new NoteView(active.version(), NoteView.Trap.NOWHERE));
            shell.services.view("notes.main", active -> new NoteView(active.version(), NoteView.Trap.OPEN));
            shell.start();
            pages(shell);
            work(shell);
        }
        waiting();
        history();
        safe();
        held();
        crowded();
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            shell.federation.repositories(List.of());
            shell.start();
            take(shell, "empty-light-1280x800", 1280, 800);
        }
    }

    private void pages(ShellFixture shell) throws Exception {
        Thread.sleep(300);
        sizes(shell, "features-light");
        shell.fire("#theme-toggle");
        sizes(shell, "features-dark");
        take(shell, "features-dark-narrow", 800, 600);
        shell.fire("#theme-toggle");
    }

    /** A view asks for time; another feature's update waits. */
    private void waiting() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            shell.services.view("charts.main", active -> {
                NoteView view = new NoteView(active.version(), NoteView.Trap.NOWHERE);
                view.objection = Optional.of("An export of 12 000 rows is under way.");
                return view;
            });
            shell.start();
            shell.show("charts.main");
            shell.fire("#rail-features");
            SplitMenuButton update = (SplitMenuButton) shell.node("#feature-charts-update");
            ShellFixture.run(() -> update.getItems().get(0).fire());
            shell.fire("#feature-charts-update");
            Thread.sleep(600);
            take(shell, "waiting-light", 1280, 800);
            shell.fire("#theme-toggle");
            Thread.sleep(300);
            take(shell, "waiting-dark", 1280, 800);
        }
    }

    /** What was installed before, and the question before one goes back. */
    private void history() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            shell.federation.kept(
                    new Generation(12, MORNING, true, false, false, List.of()),
                    new Generation(
                            11,
                            MORNING.minusSeconds(4000),
                            false,
                            true,
                            false,
                            List.of(
                                    new Generation.Lowered("explorer", "Explorer", "2.4.1", "2.4.0"),
                                    new Generation.Removed("console", "Console", "1.2.0"))),
                    new Generation(10, MORNING.minusSeconds(90_000), false, false, false, List.of()),
                    new Generation(
                            4,
                            MORNING.minusSeconds(900_000),
                            false,
                            false,
                            true,
                            List.of(
                                    new Generation.Raised("notes", "Notes", "0.9.4", "0.9.5"),
                                    new Generation.Added("map", "Fleet map", "1.7.0"))));
            shell.start();
            shell.fire("#features-history");
            shell.node("#generation-4-row");
            both(shell, "history");
            shell.fire("#generation-11-back");
            both(shell, "history-asking");
        }
    }

    private void safe() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            shell.federation.condition(new Condition(
                    true,
                    List.of("Dovetail ended twice before it was up for long, so it started with all features off.")));
            shell.start();
            both(shell, "safe");
        }
    }

    /** What is held back, and what must be in. */
    private void held() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            Deadline due = new Deadline(
                    "1.1.0", MORNING.plusSeconds(2_000_000), "It closes a gap through which a table could run code.");
            FeatureStatus notes = shell.federation.snapshot().feature("notes").orElseThrow();
            FeatureStatus console =
                    shell.federation.snapshot().feature("console").orElseThrow();
            FeatureStatus charts = shell.federation.snapshot().feature("charts").orElseThrow();
            shell.federation.offer(
                    MemoryFederation.with(
                            notes,
                            new HeldBack("0.9.4", "0.9.5", "It did not show itself: NullPointerException: no page")),
                    MemoryFederation.with(
                            console,
                            new HeldBack(
                                    "1.2.0",
                                    "1.3.0",
                                    "Console is pinned to [1.2.0,1.2.0]. To let it come: dovetail unpin console",
                                    Optional.of(due))),
                    MemoryFederation.with(charts, new Updatable("1.0.0", "1.1.0", Optional.of(due))));
            shell.start();
            both(shell, "held");
        }
    }

    /** More features than the rail has room for. */
    private void crowded() throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            offer(shell.federation);
            for (int n = 0; n < 24; n++) {
                shell.federation.offer(feature(
                        "more" + n, "More " + n, "package", "Contoso", "One of many.", new Installed("1." + n + ".0")));
            }
            shell.start();
            both(shell, "crowded");
        }
    }

    /** In both themes and two sizes; light again at the end. */
    private void both(ShellFixture shell, String name) throws Exception {
        Thread.sleep(300);
        take(shell, name + "-light-1280x800", 1280, 800);
        take(shell, name + "-light-1920x1080", 1920, 1080);
        shell.fire("#theme-toggle");
        Thread.sleep(300);
        take(shell, name + "-dark-1280x800", 1280, 800);
        take(shell, name + "-dark-1920x1080", 1920, 1080);
        shell.fire("#theme-toggle");
        Thread.sleep(300);
    }

    private void sizes(ShellFixture shell, String name) throws Exception {
        take(shell, name + "-1280x800", 1280, 800);
        take(shell, name + "-1440x900", 1440, 900);
        take(shell, name + "-1920x1200", 1920, 1200);
    }

    private void work(ShellFixture shell) throws Exception {
        shell.federation.pauseAt(
                new Progress(Progress.Phase.FETCHING, 2, 4, 1_300_000, 2_600_000, Optional.of(Duration.ofSeconds(12))));
        shell.fire("#rail-orders-main");
        Thread.sleep(300);
        take(shell, "placeholder-light", 1280, 800);
        shell.fire("#rail-features");
        take(shell, "working-light", 1280, 800);
        shell.federation.resume();
        ShellFixture.until("the error", () -> shell.has(".error-panel"));
        shell.fire("#rail-charts-main");
        ShellFixture.until("the view", () -> shell.has("#view-charts-main .text-area"));
        take(shell, "view-light", 1280, 800);
        shell.fire("#rail-notes-main");
        Thread.sleep(500);
        take(shell, "error-light", 1280, 800);
        shell.fire("#theme-toggle");
        shell.federation.refuse(
                "map",
                "DT-FETCH-002",
                "The repository desk.example.org did not answer within 10 s",
                "Check the network, then try again. What is installed keeps working.");
        shell.fire("#rail-map-main");
        Thread.sleep(500);
        take(shell, "refused-dark", 1280, 800);
        palettes(shell);
        toasts(shell);
        offline(shell);
    }

    private void palettes(ShellFixture shell) throws Exception {
        shell.fire("#command-field");
        take(shell, "palette-all-dark", 1280, 800);
        TextField field = (TextField) shell.node("#palette-field");
        ShellFixture.run(() -> field.setText("o"));
        take(shell, "palette-dark", 1280, 800);
        shell.fire("#theme-toggle");
        ShellFixture.run(() -> field.setText("op fi"));
        take(shell, "palette-light", 1280, 800);
        ShellFixture.run(() -> field.setText("zzz"));
        take(shell, "palette-nothing-light", 1280, 800);
        ShellFixture.run(() -> javafx.event.Event.fireEvent(
                field,
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        javafx.scene.input.KeyCode.ESCAPE,
                        false,
                        false,
                        false,
                        false)));
    }

    private void toasts(ShellFixture shell) throws Exception {
        shell.fire("#rail-features");
        shell.fire("#feature-charts-update");
        ShellFixture.until("the update", () -> shell.toasts().stream().anyMatch(text -> text.contains("was updated")));
        shell.fire("#feature-map-install");
        Thread.sleep(300);
        take(shell, "toasts-light", 1440, 900);
        shell.fire("#theme-toggle");
        take(shell, "toasts-dark", 1440, 900);
    }

    private void offline(ShellFixture shell) throws Exception {
        shell.federation.repositories(List.of(
                new RepositoryStatus(
                        MemoryFederation.REPOSITORY, true, RepositoryStatus.State.AWAY, "no answer within 10 s"),
                new RepositoryStatus(
                        DESK,
                        true,
                        RepositoryStatus.State.AWAY,
                        "the name desk.example.org is not known; there may be no network")));
        Thread.sleep(200);
        take(shell, "offline-dark", 1440, 900);
        shell.fire("#features-installed");
        TextField field = (TextField) shell.node("#features-search");
        ShellFixture.run(() -> field.setText("nothing like it"));
        take(shell, "no-hit-dark", 1280, 800);
    }

    private static void offer(MemoryFederation federation) {
        federation.repositories(List.of(
                new RepositoryStatus(MemoryFederation.REPOSITORY, true, RepositoryStatus.State.CONNECTED, ""),
                new RepositoryStatus(DESK, true, RepositoryStatus.State.CONNECTED, "")));
        FeatureStatus explorer = new FeatureStatus(
                "explorer",
                "Explorer",
                "Opens CSV files as tables: sort, filter, search, and hand columns on to other features.",
                "table",
                "Team Explorer",
                MemoryFederation.REPOSITORY,
                new Installed("2.4.1"),
                List.of(
                        new Contribution.View("explorer.tables", "Tables", "table", 10),
                        new Contribution.Command("explorer.open-file", "Open a CSV file…", "folder")));
        federation.offer(
                explorer,
                feature(
                        "charts",
                        "Charts",
                        "bar-chart-2",
                        "Team Charts",
                        "Bars, lines and scatter plots of any table that another feature offers.",
                        new Updatable("1.0.0", "1.1.0")),
                feature(
                        "notes",
                        "Notes",
                        "edit-3",
                        "Northwind",
                        "Plain notes beside your work.",
                        new Installed("0.9.4")),
                feature(
                        "orders",
                        "Orders",
                        "shopping-cart",
                        "Northwind",
                        "Order board with live status, bulk actions and keyboard triage for people who answer many customers a day.",
                        new Available("2.3.0")),
                feature(
                        "map",
                        "Fleet map",
                        "map",
                        "Contoso",
                        "Vehicles, depots and geofences on an offline map.",
                        new Available("1.8.0")),
                feature("console", "Console", "terminal", "", "", new Installed("1.2.0")));
    }

    private void take(ShellFixture shell, String name, double width, double height) throws Exception {
        ShellFixture.run(() -> {
            shell.stage().setWidth(width);
            shell.stage().setHeight(height);
        });
        Thread.sleep(350);
        WritableImage image = ShellFixture.fx(() -> {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            return shell.scene().snapshot(null);
        });
        write(image, directory.resolve(name + ".png"));
    }

    private static void write(WritableImage image, Path file) throws IOException {
        Files.write(file, Png.of(image));
    }
}
