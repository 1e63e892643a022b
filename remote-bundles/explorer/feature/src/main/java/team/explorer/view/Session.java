package team.explorer.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import team.explorer.api.TableSource.Following;
import team.explorer.csv.CsvSource;
import team.explorer.query.Answer;
import team.explorer.query.Cancellation;
import team.explorer.query.Question;
import team.explorer.query.SqlProblem;
import team.explorer.query.Statements;
import team.explorer.query.Statements.Statement;
import team.explorer.tables.OpenTable;
import team.explorer.tables.Workspace;

/**
 * What one view is doing: what it asked, what came back, what is under way. Used on one thread, the one of its
 * {@code ui} executor; work runs on the other executor, and of several questions only the latest one's answer counts.
 */
final class Session implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private final Workspace workspace;
    private final Executor background;
    private final Executor ui;
    private final Runnable changed;
    private final Consumer<String> complain;
    private final Following following;
    private final Set<String> loading = new LinkedHashSet<>();
    private final History history = new History();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private Optional<Question> running = Optional.empty();
    private Cancellation cancellation = new Cancellation();
    private boolean cancelled;
    private boolean restoring;
    private boolean closed;

    /**
     * @param workspace the tables
     * @param background runs what takes long
     * @param ui runs what may touch this session
     * @param changed called on {@code ui} when there is something new to show
     * @param complain receives what could not be done, for people
     */
    Session(Workspace workspace, Executor background, Executor ui, Runnable changed, Consumer<String> complain) {
        this.workspace = workspace;
        this.background = background;
        this.ui = ui;
        this.changed = changed;
        this.complain = complain;
        this.following = workspace.follow(() -> onUi(changed));
    }

    List<OpenTable> tables() {
        return workspace.openTables();
    }

    /** The names of the files that are being read. */
    Set<String> loading() {
        return loading;
    }

    Optional<Answer> answer() {
        return answer;
    }

    Optional<Failure> failure() {
        return failure;
    }

    Optional<Question> running() {
        return running;
    }

    /** Whether the latest question was taken back. */
    boolean cancelled() {
        return cancelled;
    }

    History history() {
        return history;
    }

    /** What to ask again in the next view: what runs now, else what was answered. */
    Optional<Question> current() {
        return running.or(() -> answer.map(Answer::question));
    }

    /** Runs the statement around the caret. */
    void run(String typed, int caret) {
        try {
            Statement statement = Statements.at(typed, caret);
            history.add(statement.text());
            ask(Question.first(statement.text()), statement.start());
        } catch (SqlProblem e) {
            cancel();
            failure = Optional.of(new Failure("", 0, e));
            changed.run();
        }
    }

    /** Asks for another page or order of what was answered. */
    void ask(Question question) {
        ask(question, 0);
    }

    private void ask(Question question, int start) {
        cancellation.cancel();
        Cancellation mine = new Cancellation();
        cancellation = mine;
        running = Optional.of(question);
        cancelled = false;
        work(
                () -> workspace.ask(question, mine),
                found -> answered(mine, found),
                e -> failed(mine, question, start, e));
        changed.run();
    }

    private void answered(Cancellation asked, Answer found) {
        if (asked == cancellation) {
            answer = Optional.of(found);
            failure = Optional.empty();
            running = Optional.empty();
            changed.run();
        }
    }

    private void failed(Cancellation asked, Question question, int start, Exception e) {
        if (asked != cancellation) {
            return;
        }
        SqlProblem problem = e instanceof SqlProblem known ? known : SqlProblem.unavailable(e);
        running = Optional.empty();
        cancelled = problem.cancelled();
        failure = cancelled ? Optional.empty() : Optional.of(new Failure(question.sql(), start, problem));
        changed.run();
    }

    /** Takes back the question that is being asked. */
    void cancel() {
        cancellation.cancel();
    }

    /**
     * Reads a file.
     *
     * @param then receives the table once it is open
     */
    void open(CsvSource source, Consumer<OpenTable> then) {
        loading.add(source.fileName());
        work(
                () -> workspace.open(source),
                table -> {
                    loading.remove(source.fileName());
                    then.accept(table);
                    changed.run();
                },
                e -> {
                    loading.remove(source.fileName());
                    changed.run();
                    complain.accept(e.getMessage());
                });
        changed.run();
    }

    void close(OpenTable table) {
        work(
                () -> {
                    workspace.close(table.id());
                    return table;
                },
                closedTable -> {},
                e -> complain.accept(e.getMessage()));
    }

    /** Writes all pages of the answer; says whether it worked through one of the two. */
    void export(Path target, Runnable done) {
        answer.ifPresent(last -> work(
                () -> {
                    workspace.export(last.question(), target, new Cancellation());
                    return target;
                },
                path -> done.run(),
                e -> complain.accept("The result could not be exported: " + e.getMessage())));
    }

    /** Goes back to where another session was: its tables, then its question. Shows the last page in the meantime. */
    void restore(List<String> tables, Optional<Question> question, Optional<Answer> page) {
        answer = page;
        restoring = true;
        work(
                () -> reopen(tables),
                problems -> {
                    restoring = false;
                    problems.forEach(complain);
                    question.ifPresent(this::ask);
                    changed.run();
                },
                e -> {
                    restoring = false;
                    complain.accept(e.getMessage());
                    changed.run();
                });
    }

    /** Whether it is still on the way back to where another session was. */
    boolean restoring() {
        return restoring;
    }

    private List<String> reopen(List<String> tables) {
        List<String> problems = new ArrayList<>();
        for (String id : tables) {
            boolean there =
                    workspace.openTables().stream().anyMatch(table -> table.id().equals(id));
            Optional<CsvSource> source = there ? Optional.empty() : Workspace.source(id);
            try {
                if (source.isPresent()) {
                    workspace.open(source.get());
                }
            } catch (IOException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }

    /** Takes back what is under way; nothing is called any more. The tables stay. */
    @Override
    public void close() {
        closed = true;
        following.close();
        cancellation.cancel();
    }

    private <T> void work(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        background.execute(() -> {
            try {
                T value = work.call();
                onUi(() -> done.accept(value));
            } catch (SqlProblem | IOException e) {
                onUi(() -> failed.accept(e));
            } catch (Exception e) {
                LOG.log(System.Logger.Level.ERROR, "The Explorer failed in the background", e);
                onUi(() -> failed.accept(new IOException("Something unexpected happened: " + e, e)));
            }
        });
    }

    private void onUi(Runnable task) {
        ui.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }
}
