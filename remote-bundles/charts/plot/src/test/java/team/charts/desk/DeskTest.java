package team.charts.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;

class DeskTest {

    private static final ChartRequest REQUEST = new ChartRequest(Kind.BAR, "t", "", List.of());

    private final Desk desk = new Desk();

    @Test
    void drawsOnTheBoardThePersonTurnedToLast() {
        Open first = new Open();
        Open second = new Open();
        desk.front(first);
        desk.front(second);
        desk.front(first);
        desk.chart(REQUEST);
        assertThat(first.drawn).containsExactly(REQUEST);
        assertThat(second.drawn).isEmpty();
    }

    @Test
    void keepsARequestForTheNextBoardOnce() {
        desk.chart(REQUEST);
        assertThat(desk.front(new Open())).contains(REQUEST);
        assertThat(desk.front(new Open())).isEmpty();
    }

    @Test
    void forgetsClosedBoards() {
        Open board = new Open();
        desk.front(board);
        desk.closed(board);
        assertThat(desk.current()).isEmpty();
    }

    private static final class Open implements Desk.Board {

        private final List<ChartRequest> drawn = new ArrayList<>();

        @Override
        public void draw(ChartRequest request) {
            drawn.add(request);
        }

        @Override
        public void export() {}
    }
}
