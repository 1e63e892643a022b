package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.features.FeaturesPage;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A window makes what is seen of two hundred features, and the rest when it comes near. */
class ManyFeaturesTest {

    private static final int MANY = 200;
    private static final String LAST = "f199";

    private final Path directory;
    private ShellFixture shell;

    ManyFeaturesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() throws Exception {
        shell = start();
    }

    private ShellFixture start() throws Exception {
        ShellFixture next = new ShellFixture(directory);
        IntStream.range(0, MANY).mapToObj(ManyFeaturesTest::id).forEach(id -> {
            next.federation.offer(feature(id, id, "box", "", "A feature.", new Installed("1.0.0")));
            next.services.view(id + ".main", active -> new NoteView(active.version(), Trap.NOWHERE));
        });
        return next.start();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "f%03d", number);
    }

    private FeaturesPage page() {
        return (FeaturesPage) shell.node("#features-page");
    }

    private double height(String selector) {
        Region region = (Region) shell.node(selector);
        return ShellFixture.fx(region::getHeight);
    }

    private double bottom(Node node) {
        return ShellFixture.fx(() -> node.localToScene(node.getBoundsInLocal()).getMaxY());
    }

    @Test
    void thePageMakesTheCardsThatComeNearAndIsAsLongAsIfItHadAll() {
        assertThat(shell.has("#feature-f000")).isTrue();
        assertThat(shell.all(".feature-card")).hasSizeBetween(9, 30);
        long columns = ShellFixture.fx(() -> shell.all(".feature-card").stream()
                .filter(card ->
                        card.getLayoutY() == shell.all(".feature-card").get(0).getLayoutY())
                .count());
        double card = height("#feature-f000");
        long rows = (MANY + columns - 1) / columns;
        assertThat(height(".card-grid")).isBetween(rows * card, rows * (card + 20));

        ShellFixture.run(() -> page().setVvalue(page().getVmax()));

        Node last = shell.node("#feature-" + LAST);
        assertThat(shell.has("#feature-f100")).isFalse();
        ShellFixture.until("the last card is seen", () -> bottom(last) < height(".shell"));
    }

    @Test
    void aSearchMakesTheCardsThatItFinds() {
        assertThat(shell.has("#feature-" + LAST)).isFalse();
        ShellFixture.run(() -> ((TextField) shell.node("#features-search")).setText("f19"));
        shell.node("#feature-" + LAST);
        assertThat(shell.all(".feature-card")).hasSize(10);
    }

    @Test
    void theRailMakesTheButtonsThatComeNearAndTheKeyboardReachesAll() {
        assertThat(shell.all(".rail-button")).hasSizeBetween(10, 40);
        double one = height("#rail-features");
        assertThat(height(".rail-column")).isGreaterThan(MANY * one);

        Node first = shell.node("#rail-features");
        ShellFixture.run(first::requestFocus);
        new FxRobot().targetWindow(shell.stage()).push(KeyCode.UP);

        Node last = shell.node("#rail-" + LAST + "-main");
        ShellFixture.until("focus", () -> ShellFixture.fx(last::isFocused));
        ShellFixture.until("it is seen", () -> bottom(last) <= height(".shell"));
    }

    @Test
    void thePageOfAWindowThatGoesOnWithAViewIsEmptyUntilSomebodyLooksAtIt() throws Exception {
        shell.show("f007.main");
        shell.close();
        shell = start();
        shell.node("#view-f007-main .text-area");
        assertThat(shell.all(".feature-card")).isEmpty();
        shell.fire("#rail-features");
        shell.node("#feature-f000");
    }
}
