package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.When;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the fixture's clock it is 10:15:30 on 1 March 2026. */
class MandatoryUpdateTest {

    private static final Instant OVER = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant AHEAD = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path directory;

    private final List<NoteView> views = new CopyOnWriteArrayList<>();
    private ShellFixture shell;

    @BeforeEach
    void openAViewThatIsBusy() throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(charts(new Updatable("1.0.0", "1.1.0")));
        shell.services.view(
                "charts.main",
                active -> ShellFixture.fx(() -> {
                    NoteView view = new NoteView(active.version(), Trap.NOWHERE);
                    views.add(view);
                    return view;
                }));
        shell.start();
        shell.show("charts.main");
        views.get(0).objection = Optional.of("An export is under way.");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private static FeatureStatus charts(FeatureStatus.State state) {
        return MemoryFederation.feature("charts", "Charts", "bar-chart-2", "Team Charts", "Bars.", state);
    }

    private static Optional<Deadline> due(Instant by) {
        return Optional.of(new Deadline("1.1.0", by, "A gap is closed."));
    }

    private void awaitToast(String text) {
        ShellFixture.until("toast " + text + " among " + shell.toasts(), () -> shell.toasts()
                .contains(text));
    }

    @Test
    void whatIsDueComesWithTabsOpenAndSaysWhatItOverrules() {
        shell.federation.offer(charts(new Updatable("1.0.0", "1.1.0", due(OVER))));
        awaitToast("Charts 1.1.0 had to be in by 1 Mar 2026, 10:00: A gap is closed. It is being put in now,"
                + " although it asked to wait: An export is under way.");
        awaitToast("Charts was updated to 1.1.0.");
        shell.node("#note-1-1-0");
    }

    @Test
    void beforeThatThePersonChoosesAndSeesUntilWhen() {
        shell.federation.offer(charts(new Updatable("1.0.0", "1.1.0", due(AHEAD))));
        ShellFixture.until("the card says so", () -> shell.texts("#feature-charts .card-moment")
                .contains("1.1.0 must be in by 2 Mar 2026, 10:00: A gap is closed."));
        awaitToast("Charts 1.1.0 is available. It must be in by 2 Mar 2026, 10:00: A gap is closed.");
        shell.fire("#feature-charts-update");
        awaitToast("Charts asks to wait with its update: An export is under way. The update must be in by 2 Mar"
                + " 2026, 10:00: A gap is closed.");
        assertThat(shell.has("#note-1-0-0")).isTrue();
    }

    @Test
    void whatWaitsForItsMomentWaitsNoLongerThanThat() {
        assertThat(shell.workbench().updateLater("charts", When.CLOSED)).isTrue();
        shell.federation.offer(charts(new Updatable("1.0.0", "1.1.0", due(OVER))));
        awaitToast("Charts was updated to 1.1.0.");
    }

    @Test
    void aPinIsToldAndNotUndone() {
        shell.federation.offer(charts(new HeldBack("1.0.0", "1.1.0", "Charts is pinned to [1,1.1).", due(OVER))));
        awaitToast("Charts 1.1.0 had to be in by 1 Mar 2026, 10:00: A gap is closed. It is held back: Charts is"
                + " pinned to [1,1.1).");
        assertThat(shell.has("#note-1-0-0")).isTrue();
    }

    @Test
    void aVerbChoosesTheMomentLikeThePersonOnTheCard() {
        assertThat(shell.workbench().updateLater("charts", When.CLOSED)).isTrue();
        ShellFixture.until("the card says so", () -> shell.texts("#feature-charts .card-moment")
                .contains("Updates once its tabs are closed"));
        shell.fire("#tab-charts-main .tab-close");
        awaitToast("Charts was updated to 1.1.0.");
    }
}
