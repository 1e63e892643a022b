package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateGuardTest {

    private static final String ASKED = "Charts asks to wait with its update: An export is under way.";
    private static final String DONE = "Charts was updated to 1.1.0.";

    @TempDir
    Path directory;

    private final List<NoteView> views = new CopyOnWriteArrayList<>();
    private ShellFixture shell;

    private ShellFixture prepared() {
        ShellFixture shell = new ShellFixture(directory);
        shell.federation.offer(MemoryFederation.feature(
                "charts", "Charts", "bar-chart-2", "Team Charts", "Bars.", new Updatable("1.0.0", "1.1.0")));
        shell.services.view(
                "charts.main",
                active -> ShellFixture.fx(() -> {
                    NoteView view = new NoteView(active.version(), Trap.NOWHERE);
                    views.add(view);
                    return view;
                }));
        return shell;
    }

    @BeforeEach
    void openAViewThatIsBusy() throws Exception {
        shell = prepared().start();
        shell.show("charts.main");
        views.get(0).objection = Optional.of("An export is under way.");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void press(String label) {
        ShellFixture.run(() -> shell.all(".toast-action").stream()
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().equals(label))
                .toList()
                .forEach(ButtonBase::fire));
    }

    private void choose(String label) {
        SplitMenuButton update = (SplitMenuButton) shell.node("#feature-charts-update");
        ShellFixture.run(() -> update.getItems().stream()
                .filter(item -> label.equals(item.getText()))
                .toList()
                .forEach(MenuItem::fire));
    }

    private void awaitToast(String text) {
        ShellFixture.until("toast " + text + " among " + shell.toasts(), () -> shell.toasts()
                .contains(text));
    }

    @Test
    void anUpdateWaitsForAViewThatObjectsUntilThePersonOverrulesIt() {
        shell.fire("#feature-charts-update");
        awaitToast(ASKED);
        assertThat(shell.has("#note-1-0-0")).isTrue();
        press("Update now");
        awaitToast(DONE);
        shell.node("#note-1-1-0");
    }

    @Test
    void anUpdateWaitsForTheViewsOfThoseWhoRestartWithItToo() throws Exception {
        views.get(0).objection = Optional.empty();
        shell.federation.offer(
                MemoryFederation.feature("maps", "Maps", "map", "Team Maps", "Maps.", new Updatable("1.0.0", "1.1.0")));
        NoteView map = ShellFixture.fx(() -> new NoteView("map", Trap.NOWHERE));
        map.objection = Optional.of("A route is half drawn.");
        shell.services.view("maps.main", active -> map);
        shell.show("maps.main");
        shell.federation.restarting("charts", "maps", "tables");

        shell.fire("#feature-charts-update");

        awaitToast("Charts asks to wait with its update: Maps, which restarts with it: A route is half drawn.");
        assertThat(shell.has("#note-1-0-0")).isTrue();
    }

    @Test
    void othersThatGoOnAreNotAsked() throws Exception {
        views.get(0).objection = Optional.empty();
        shell.federation.offer(
                MemoryFederation.feature("maps", "Maps", "map", "Team Maps", "Maps.", new Updatable("1.0.0", "1.1.0")));
        NoteView map = ShellFixture.fx(() -> new NoteView("map", Trap.NOWHERE));
        map.objection = Optional.of("A route is half drawn.");
        shell.services.view("maps.main", active -> map);
        shell.show("maps.main");

        shell.fire("#feature-charts-update");

        awaitToast(DONE);
    }

    @Test
    void orUntilItsTabsAreClosed() {
        shell.fire("#feature-charts-update");
        awaitToast(ASKED);
        press("When its tabs are closed");
        ShellFixture.until("the card says so", () -> shell.texts("#feature-charts .card-moment")
                .contains("Updates once its tabs are closed"));
        assertThat(shell.toasts()).doesNotContain(DONE);
        shell.fire("#tab-charts-main .tab-close");
        awaitToast(DONE);
    }

    @Test
    void whatWaitsCanBeChosenAndTakenBackOnTheCard() {
        choose("When you pause");
        ShellFixture.until("the card says so", () -> shell.texts("#feature-charts .card-moment")
                .contains("Updates when you pause"));
        choose("Not by itself");
        ShellFixture.until("the card says no more of it", () -> !shell.has("#feature-charts .card-moment"));
    }

    @Test
    void whatWaitsForTheNextStartComesBeforeTheTabsAreBack() throws Exception {
        choose("At the next start");
        shell.close();
        shell = prepared().start();
        shell.node("#note-1-1-0");
        assertThat(views).hasSize(2);
    }
}
