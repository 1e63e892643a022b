package team.charts.desk;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.charts.plot.BoardState;
import team.charts.plot.Choosing;
import team.charts.plot.Drawing;
import team.explorer.api.Column;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource;

/**
 * What a board knows and does, apart from how it looks. Every method is called on the thread of {@code ui}; tables are
 * listed, read and plotted on {@code background}. Of several changes in a row only the last one is drawn.
 */
public final class BoardModel implements AutoCloseable {

    /** As many rows as are read of a table. */
    public static final int MOST_ROWS = 50_000;

    private static final Logger LOG = System.getLogger(BoardModel.class.getName());
    private static final Runnable NOBODY = () -> {};

    private final Offers offers;
    private final Executor background;
    private final Executor ui;
    private Runnable observer = NOBODY;
    private BoardState state;
    private boolean asked;
    private Optional<List<TableInfo>> tables = Optional.empty();
    private Optional<Table> table = Optional.empty();
    private String trouble = "";
    private int ticket;
    private boolean closed;

    /**
     * @param first what is shown before any table is read
     * @param offers the tables on offer; closed with this
     * @param background runs long tasks
     * @param ui runs the tasks that change this
     */
    public BoardModel(BoardState first, Offers offers, Executor background, Executor ui) {
        this.state = first;
        this.asked = first.hasTable();
        this.offers = offers;
        this.background = background;
        this.ui = ui;
    }

    /**
     * Begins to follow the tables on offer.
     *
     * @param onChange called after anything changed
     */
    public void start(Runnable onChange) {
        observer = onChange;
        offers.listen(this::list);
        list();
    }

    /** @return what the board shows, and what is kept of it */
    public BoardState state() {
        return state;
    }

    /** @return the tables on offer, as last heard */
    public List<TableInfo> tables() {
        return tables.orElse(List.of());
    }

    /** @return whether the columns can be chosen now */
    public boolean canChoose() {
        return table.isPresent() || isOnOffer();
    }

    /** @return what is in the middle of the board */
    public Face face() {
        return new Facing(state, tables, isOnOffer(), table.isPresent(), trouble).face();
    }

    /** @param tableId the table to draw, as charts sees fit */
    public void pick(String tableId) {
        if (!tableId.equals(state.choice().tableId())) {
            begin(new ChartRequest(state.choice().kind(), tableId, "", List.of()), false);
        }
    }

    /** @param request the table to draw, and how */
    public void draw(ChartRequest request) {
        begin(request, true);
    }

    /** @param kind how to draw it */
    public void kind(Kind kind) {
        choose(now -> new ChartRequest(kind, now.tableId(), now.x(), now.series()));
    }

    /** @param x the column on the x axis; leaves the series if it is one of them */
    public void x(String x) {
        choose(now -> new ChartRequest(now.kind(), now.tableId(), x, without(now.series(), x)));
    }

    /** @param series the columns to draw; the last one stays, there is no chart of nothing */
    public void series(List<String> series) {
        if (series.isEmpty()) {
            observer.run();
        } else {
            choose(now -> new ChartRequest(now.kind(), now.tableId(), now.x(), series));
        }
    }

    /** @param series the name of a series that the legend hides or shows again */
    public void toggle(String series) {
        state = state.toggled(series);
        observer.run();
    }

    /** @param title the person's title; empty, or the one it has anyway, for one made of what is drawn */
    public void rename(String title) {
        boolean same = title.isBlank() || title.strip().equals(state.titled("").heading());
        state = state.titled(same ? "" : title.strip());
        observer.run();
    }

    /** @return the columns that can be drawn */
    public List<String> drawable() {
        return Choosing.drawable(state.columns(), state.choice().x());
    }

    /** @return the columns that can be on the x axis */
    public List<String> columns() {
        return state.columns().stream().map(Column::name).toList();
    }

    @Override
    public void close() {
        closed = true;
        observer = NOBODY;
        offers.close();
    }

    private void begin(ChartRequest request, boolean wasAsked) {
        state = BoardState.of(request);
        asked = wasAsked;
        table = Optional.empty();
        read();
        observer.run();
    }

    private void choose(UnaryOperator<ChartRequest> change) {
        ChartRequest next = change.apply(state.choice());
        if (next.equals(state.choice()) || !canChoose()) {
            observer.run();
            return;
        }
        state = state.choosing(next);
        asked = true;
        read();
        observer.run();
    }

    private void list() {
        background.execute(() -> {
            List<TableInfo> now = offers.tables();
            ui.execute(() -> listed(now));
        });
    }

    private void listed(List<TableInfo> now) {
        if (closed) {
            return;
        }
        tables = Optional.of(List.copyOf(now));
        table = Optional.empty();
        if (!state.hasTable() && !now.isEmpty()) {
            pick(now.get(0).id());
        } else {
            read();
        }
        observer.run();
    }

    private boolean isOnOffer() {
        return tables().stream()
                .anyMatch(info -> info.id().equals(state.choice().tableId()));
    }

    private void read() {
        int mine = ++ticket;
        trouble = "";
        ChartRequest wanted = state.choice();
        boolean wasAsked = asked;
        Optional<Table> known = table;
        if (known.isPresent() || isOnOffer()) {
            background.execute(() -> load(mine, wanted, wasAsked, known));
        }
    }

    private void load(int mine, ChartRequest wanted, boolean wasAsked, Optional<Table> known) {
        try {
            Table now = known.isPresent() ? known.get() : fetch(wanted.tableId());
            Drawing drawing = Drawing.of(now, wanted, wasAsked);
            ui.execute(() -> drawn(mine, drawing));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, () -> "cannot draw the table: " + wanted.tableId(), e);
            String message = Optional.ofNullable(e.getMessage()).orElse("The table could not be read.");
            ui.execute(() -> failed(mine, message));
        }
    }

    private Table fetch(String tableId) throws IOException {
        TableSource source = offers.source(tableId)
                .orElseThrow(() -> new IOException("The table is no longer on offer. Open it again."));
        return source.read(tableId, MOST_ROWS);
    }

    private void drawn(int mine, Drawing drawing) {
        if (mine == ticket && !closed) {
            table = Optional.of(drawing.table());
            asked = true;
            state = state.drawn(drawing);
            observer.run();
        }
    }

    private void failed(int mine, String message) {
        if (mine == ticket && !closed) {
            trouble = message;
            observer.run();
        }
    }

    private static List<String> without(List<String> names, String name) {
        return names.stream().filter(one -> !one.equals(name)).toList();
    }
}
