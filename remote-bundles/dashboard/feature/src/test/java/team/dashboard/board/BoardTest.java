package team.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTest {

    private static Board three() {
        return new Board(List.of())
                .adding(Source.TABLE, "a", Values.EMPTY)
                .adding(Source.CHART, "b", Values.EMPTY)
                .adding(Source.CHART, "c", Values.EMPTY);
    }

    private static List<String> titles(Board board) {
        return board.panels().stream().map(Panel::title).toList();
    }

    @Test
    void panelsMoveAndStopAtTheEnds() {
        Board board = three();
        assertThat(titles(board.moving("1", 1))).containsExactly("b", "a", "c");
        assertThat(titles(board.moving("3", -5))).containsExactly("c", "a", "b");
        assertThat(titles(board.moving("9", 1))).containsExactly("a", "b", "c");
    }

    @Test
    void anIdIsNotGivenTwice() {
        Board board = three().without("1").adding(Source.TABLE, "d", Values.EMPTY);
        assertThat(board.panels().stream().map(Panel::id))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void thereIsAnEndToABoard() {
        Board board = new Board(List.of());
        for (int n = 0; n < Board.MOST + 3; n++) {
            board = board.adding(Source.TABLE, "t" + n, Values.EMPTY);
        }
        assertThat(board.panels()).hasSize(Board.MOST);
        assertThat(board.hasRoom()).isFalse();
    }

    @Test
    void heightsStayWithinTheirLimits() {
        Panel panel = three().panels().get(0);
        assertThat(panel.high(1).height()).isEqualTo(Panel.LOWEST);
        assertThat(panel.high(5_000).height()).isEqualTo(Panel.HIGHEST);
    }

    @Test
    void aChartFollowsTheColumnThatIsChosenInATable() {
        Map<String, Values> changed = Board.FIRST.followed(
                "1", "selection", Values.of(Map.of("table", "sample:elements", "column", "period")));
        assertThat(changed).containsOnlyKeys("2");
        assertThat(changed.get("2").text("table")).contains("sample:elements");
        assertThat(changed.get("2").texts("series")).containsExactly("period");
        assertThat(changed.get("2").text("kind")).contains("line");
    }

    @Test
    void aChartThatDoesNotFollowAndTheTableItselfStayAsTheyAre() {
        Board board = Board.FIRST.changing("2", panel -> panel.following(false));
        Values told = Values.of(Map.of("table", "sample:elements", "column", "period"));
        assertThat(board.followed("1", "selection", told)).isEmpty();
        assertThat(Board.FIRST.followed("2", "selection", told)).isEmpty();
        assertThat(Board.FIRST.followed("1", "unknown", told)).isEmpty();
    }

    @Test
    void anotherTableHasOtherColumns() {
        Board chosen =
                Board.FIRST.changing("2", panel -> panel.with(panel.parameters().with("series", "co2_ppm")));
        Map<String, Values> changed = chosen.followed("1", "answer", Values.of(Map.of("table", "sample:elements")));
        assertThat(changed.get("2").texts("series")).isEmpty();
        assertThat(chosen.followed("1", "answer", Values.of(Map.of("table", "sample:co2"))))
                .isEmpty();
    }

    @Test
    void aBoardIsTheSameAfterItWasWritten(@TempDir Path folder) throws IOException {
        Board board = three().changing("2", panel -> panel.wide(true)
                .high(300)
                .with(Values.of(Map.of("series", List.of("a", "b"), "table", "file:/ä b.csv"))));
        assertThat(BoardText.read(BoardText.write(board))).contains(board);
        BoardFile file = new BoardFile(folder);
        assertThat(file.read()).isEmpty();
        file.write(board);
        assertThat(file.read()).contains(board);
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(BoardText.read(Map.of())).isEmpty();
        assertThat(BoardText.read(Map.of("board", ""))).contains(new Board(List.of()));
        Board read = BoardText.read(Map.of("board", "1 2", "1.view", "x.y", "1.height", "tall", "1.with.0bad", "z"))
                .orElseThrow();
        assertThat(read.panels()).hasSize(1);
        assertThat(read.panels().get(0).height()).isEqualTo(420);
        assertThat(read.panels().get(0).parameters()).isEqualTo(Values.EMPTY);
    }

    @Test
    void aBrokenFileIsSaidToBeOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("board.properties"), "a=\\uZZZZ");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new BoardFile(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a properties file");
    }
}
