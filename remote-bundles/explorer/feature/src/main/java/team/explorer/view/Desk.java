package team.explorer.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ViewContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import team.charts.api.ChartRequest;
import team.explorer.csv.CsvSource;
import team.explorer.query.Answer;
import team.explorer.query.Question;
import team.explorer.tables.FileSource;
import team.explorer.tables.OpenTable;
import team.explorer.tables.Sample;
import team.explorer.tables.Workspace;

/** All parts of one open view, and what happens between them. JavaFX application thread only. */
final class Desk implements Wishes {

    private static final String FOCUS_SQL = "sql";
    private static final String FOCUS_RESULT = "result";

    private final FileDialogs dialogs;
    private final ViewContext context;
    private final Consumer<ChartRequest> charts;
    private final Session session;
    private final BorderPane root = new BorderPane();
    private final SqlEditor editor = new SqlEditor(this);
    private final ResultPane results = new ResultPane(this);
    private final SplitPane work = new SplitPane(editor, results);
    private final Welcome welcome = new Welcome(this);
    private final String styles = Desk.class.getResource("explorer.css").toExternalForm();
    private ExplorerState opened = ExplorerState.of(Memento.EMPTY);
    private Sidebar sidebar = new Sidebar(Set.of(), List.of(), this);
    private Optional<Answer> kept = Optional.empty();
    private Optional<String> keptText = Optional.empty();
    private Optional<Answer> told = Optional.empty();

    Desk(Workspace workspace, FileDialogs dialogs, ViewContext context, Consumer<ChartRequest> charts) {
        this.dialogs = dialogs;
        this.context = context;
        this.charts = charts;
        this.session = new Session(workspace, context.background(), context.ui(), this::show, this::complain);
    }

    Node open(ExplorerState state) {
        opened = state;
        sidebar = new Sidebar(state.expanded(), state.tables(), this);
        work.setOrientation(Orientation.VERTICAL);
        work.setDividerPositions(state.divider());
        work.getStyleClass().add("explorer-work");
        SplitPane.setResizableWithParent(editor, false);
        root.getStyleClass().add("explorer");
        root.getStylesheets().add(styles);
        boolean compact = new Asked(context.parameters()).compact();
        if (compact) {
            work.getItems().setAll(results);
            results.table().onCell(this::chosen);
        } else {
            root.setLeft(sidebar);
        }
        StackPane center = compact ? new StackPane(work) : new StackPane(work, welcome);
        center.setMinSize(0, 0);
        root.setCenter(center);
        root.setMinSize(0, 0);
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        editor.text().setText(state.sql());
        editor.text().selectRange(state.anchor(), state.caret());
        session.history().restore(state.history());
        session.restore(state.tables(), state.question(), state.answer());
        if (context.memento().isEmpty()) {
            follow(new Asked(context.parameters()));
        }
        show();
        return root;
    }

    /** Shows what is asked for, opening its table if need be; what a person typed is replaced. */
    void follow(Asked asked) {
        Optional<String> id = asked.table();
        Optional<OpenTable> open = session.tables().stream()
                .filter(table -> id.filter(table.id()::equals).isPresent())
                .findFirst();
        if (open.isPresent()) {
            question(asked.sql(open.get()));
        } else if (id.isPresent()) {
            Workspace.source(id.get())
                    .ifPresentOrElse(
                            source -> session.open(source, table -> question(asked.sql(table))),
                            () -> complain("Expected a table like sample:co2 or file:/…, found: " + id.get()));
        } else {
            asked.sql().ifPresent(this::question);
        }
    }

    private void question(String sql) {
        editor.replace(sql);
        run();
    }

    private void chosen(String column, List<String> cells) {
        session.answer().ifPresent(answer -> context.emit("selection", Asked.chosen(tableOf(answer), column, cells)));
    }

    /** Whoever embeds this view hears of each answer once. */
    private void tell(Answer answer) {
        if (!told.equals(Optional.of(answer))) {
            told = Optional.of(answer);
            context.emit("answer", Asked.answered(tableOf(answer), answer));
        }
    }

    /** Focus first, because gaining it moves the selection in a text. */
    void restored() {
        TextArea text = editor.text();
        if (opened.focus().equals(FOCUS_SQL)) {
            text.requestFocus();
        } else if (opened.focus().equals(FOCUS_RESULT)) {
            results.table().node().requestFocus();
        }
        text.selectRange(opened.anchor(), opened.caret());
        results.table().restore(opened.scroll(), opened.selected());
        work.setDividerPositions(opened.divider());
    }

    ExplorerState state() {
        boolean restoring = session.restoring();
        TextArea text = editor.text();
        return new ExplorerState(
                restoring
                        ? opened.tables()
                        : session.tables().stream().map(OpenTable::id).toList(),
                sidebar.expanded(),
                text.getText(),
                text.getAnchor(),
                text.getCaretPosition(),
                restoring ? opened.question() : session.current(),
                page(),
                results.table().firstVisible(),
                results.table().selected(),
                session.history().statements(),
                work.getItems().size() > 1 ? work.getDividerPositions()[0] : opened.divider(),
                focus());
    }

    /** The page as text, made once per page: the shell saves more often than pages change. */
    private Optional<String> page() {
        Optional<Answer> answer =
                session.answer().filter(shown -> session.current().equals(Optional.of(shown.question())));
        if (!answer.equals(kept)) {
            kept = answer;
            keptText = answer.flatMap(AnswerText::write);
        }
        return keptText;
    }

    void close() {
        session.close();
        results.stop();
        root.getStylesheets().remove(styles);
    }

    private String focus() {
        return editor.text().isFocused() ? FOCUS_SQL : results.table().node().isFocused() ? FOCUS_RESULT : "";
    }

    private void show() {
        boolean any = !session.tables().isEmpty()
                || session.restoring() && !opened.tables().isEmpty();
        sidebar.show(session.tables(), session.loading());
        editor.show(session);
        results.show(session, session.answer().flatMap(this::chartOf).isPresent());
        session.answer().filter(shown -> session.running().isEmpty()).ifPresent(this::tell);
        welcome.setVisible(!any);
        work.setVisible(any);
        Parts.visible(sidebar, any);
        if (!session.restoring() && session.loading().isEmpty()) {
            greet();
        }
    }

    /** A file that was opened elsewhere, by the command for instance, is shown when nothing else is. */
    private void greet() {
        boolean idle = session.current().isEmpty() && session.failure().isEmpty() && !session.cancelled();
        if (idle && editor.text().getText().isBlank()) {
            session.tables().stream().reduce((first, last) -> last).ifPresent(this::select);
        }
    }

    private void complain(String problem) {
        context.notify(Notice.error(problem));
    }

    @Override
    public void chooseFiles() {
        open(dialogs.open(root.getScene() == null ? null : root.getScene().getWindow()));
    }

    @Override
    public void open(List<Path> files) {
        files.stream().map(FileSource::new).forEach(this::openSource);
    }

    @Override
    public void open(Sample sample) {
        openSource(sample);
    }

    private void openSource(CsvSource source) {
        session.open(source, this::select);
    }

    /** A draft that was never run is kept: the new statement goes below it. */
    @Override
    public void select(OpenTable table) {
        String typed = editor.text().getText();
        if (typed.isBlank() || session.history().contains(typed.strip())) {
            editor.replace(table.select());
        } else {
            editor.text().appendText((typed.stripTrailing().endsWith(";") ? "" : ";") + "\n\n" + table.select());
            editor.text().end();
        }
        editor.text().requestFocus();
        run();
    }

    @Override
    public void close(OpenTable table) {
        session.close(table);
    }

    @Override
    public void insert(String text) {
        editor.text().replaceSelection(text);
        editor.text().requestFocus();
        editor.text().deselect();
    }

    @Override
    public void run() {
        session.run(editor.text().getText(), editor.text().getCaretPosition());
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public void ask(Question question) {
        session.ask(question);
    }

    @Override
    public void chart() {
        session.answer().flatMap(this::chartOf).ifPresent(charts);
    }

    /** All of a table is charted as the table itself: that stays the same when something else is asked. */
    private Optional<ChartRequest> chartOf(Answer answer) {
        return ChartChoice.of(tableOf(answer), answer);
    }

    private String tableOf(Answer answer) {
        return session.tables().stream()
                .filter(open -> open.select().equalsIgnoreCase(answer.question().sql()))
                .map(OpenTable::id)
                .findFirst()
                .orElse(Workspace.RESULT);
    }

    @Override
    public void export() {
        dialogs.save(root.getScene() == null ? null : root.getScene().getWindow(), "result.csv")
                .ifPresent(target -> session.export(
                        target, () -> context.notify(Notice.success("Exported to " + target.getFileName()))));
    }

    @Override
    public void point(Failure failure) {
        TextArea text = editor.text();
        text.requestFocus();
        failure.place().ifPresent(place -> {
            text.positionCaret(Math.min(place, text.getLength()));
            text.selectEndOfNextWord();
        });
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
