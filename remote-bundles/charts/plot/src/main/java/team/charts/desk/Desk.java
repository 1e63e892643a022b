package team.charts.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import team.charts.api.ChartRequest;

/**
 * Where open boards are found: by other features, who ask for charts, and by this feature's commands. Any thread. The
 * service under this type is for this bundle alone, as no other bundle can see the type.
 */
@Component(service = Desk.class)
public final class Desk {

    /** An open board. Its methods may be called from any thread. */
    public interface Board {

        /** @param request what to draw */
        void draw(ChartRequest request);

        /** Asks where to, and writes the chart there. */
        void export();
    }

    private final Deque<Board> boards = new ArrayDeque<>();
    private Optional<ChartRequest> waiting = Optional.empty();

    /** @param request drawn on the board the person turned to last, else kept for the next one */
    public void chart(ChartRequest request) {
        Optional<Board> board;
        synchronized (this) {
            board = current();
            waiting = board.isPresent() ? Optional.empty() : Optional.of(request);
        }
        board.ifPresent(open -> open.draw(request));
    }

    /**
     * @param board a board that was opened, or that the person turned to
     * @return what was asked for while no board was open
     */
    public synchronized Optional<ChartRequest> front(Board board) {
        boards.remove(board);
        boards.addFirst(board);
        Optional<ChartRequest> request = waiting;
        waiting = Optional.empty();
        return request;
    }

    /** @param board a board that was closed */
    public synchronized void closed(Board board) {
        boards.remove(board);
    }

    /** @return the board the person turned to last */
    public synchronized Optional<Board> current() {
        return Optional.ofNullable(boards.peekFirst());
    }
}
