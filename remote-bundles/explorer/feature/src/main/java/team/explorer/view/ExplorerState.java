package team.explorer.view;

import dev.dovetail.api.Memento;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import team.explorer.query.Answer;
import team.explorer.query.Question;
import team.explorer.query.Sort;

/**
 * Everything that the next instance of the view needs to look like this one.
 *
 * @param tables the ids of the open tables
 * @param expanded the ids of those whose columns are shown
 * @param sql what is in the editor
 * @param anchor the other end of the selection in the editor
 * @param caret where the caret is
 * @param question what runs or was answered
 * @param page the page that was shown
 * @param scroll the first row that is visible
 * @param selected the selected row, or -1
 * @param history the statements that were run
 * @param divider where the editor ends, as a share of the height
 * @param focus which part had the focus: {@code sql}, {@code result} or nothing
 */
record ExplorerState(
        List<String> tables,
        Set<String> expanded,
        String sql,
        int anchor,
        int caret,
        Optional<Question> question,
        Optional<String> page,
        int scroll,
        int selected,
        List<String> history,
        double divider,
        String focus) {

    static final double DIVIDER = 0.3;
    private static final String SEPARATOR = "\u001e";

    static ExplorerState of(Memento memento) {
        return new ExplorerState(
                list(memento, "tables"),
                Set.copyOf(list(memento, "expanded")),
                memento.text("sql").orElse(""),
                integer(memento, "anchor", 0),
                integer(memento, "caret", 0),
                memento.text("question").map(sql -> question(memento, sql)),
                memento.text("answer"),
                integer(memento, "scroll", 0),
                integer(memento, "selected", -1),
                list(memento, "history"),
                memento.number("divider").filter(d -> d > 0 && d < 1).orElse(DIVIDER),
                memento.text("focus").orElse(""));
    }

    Memento memento() {
        Memento memento = Memento.EMPTY
                .with("tables", String.join(SEPARATOR, tables))
                .with("expanded", String.join(SEPARATOR, expanded))
                .with("sql", sql)
                .with("anchor", anchor)
                .with("caret", caret)
                .with("scroll", scroll)
                .with("selected", selected)
                .with("history", String.join(SEPARATOR, history))
                .with("divider", divider)
                .with("focus", focus);
        if (page.isPresent()) {
            memento = memento.with("answer", page.get());
        }
        return question.isPresent() ? with(memento, question.get()) : memento;
    }

    /** The page that was shown, as long as it belongs to the question. */
    Optional<Answer> answer() {
        return question.flatMap(asked -> page.flatMap(text -> AnswerText.read(text, asked)));
    }

    private static Memento with(Memento memento, Question question) {
        Memento more = memento.with("question", question.sql()).with("page", question.page());
        return question.sort().isEmpty()
                ? more
                : more.with("sort", question.sort().get().column())
                        .with("descending", question.sort().get().descending());
    }

    private static Question question(Memento memento, String sql) {
        Optional<Sort> sort = memento.integer("sort")
                .filter(column -> column >= 0)
                .map(column ->
                        new Sort(column.intValue(), memento.flag("descending").orElse(false)));
        return new Question(sql, Math.max(0, integer(memento, "page", 0)), sort);
    }

    private static int integer(Memento memento, String name, int otherwise) {
        return memento.integer(name).map(Long::intValue).orElse(otherwise);
    }

    private static List<String> list(Memento memento, String name) {
        return memento.text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(SEPARATOR)))
                .orElse(List.of());
    }
}
