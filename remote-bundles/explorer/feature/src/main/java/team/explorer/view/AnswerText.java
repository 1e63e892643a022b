package team.explorer.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import team.explorer.api.Column;
import team.explorer.query.Answer;
import team.explorer.query.Question;

/**
 * A page of an answer as one text, so that the next version of the view shows it in its first frame and asks again
 * behind it. Records end with U+001E, cells with U+001F; pages that hold these characters, or are long, aren't kept.
 */
final class AnswerText {

    private static final String CELL = "\u001f";
    private static final String RECORD = "\u001e";
    private static final int LONGEST = 100_000;

    private AnswerText() {}

    static Optional<String> write(Answer answer) {
        List<List<String>> records = new ArrayList<>();
        records.add(List.of(
                String.valueOf(answer.total()), String.valueOf(answer.took().toMillis())));
        records.add(answer.columns().stream().map(Column::name).toList());
        records.add(
                answer.columns().stream().map(column -> column.kind().name()).toList());
        records.addAll(answer.rows());
        boolean clean =
                records.stream().flatMap(List::stream).noneMatch(cell -> cell.contains(CELL) || cell.contains(RECORD));
        String text = records.stream()
                .map(cells -> cells.stream().map(cell -> cell + CELL).collect(Collectors.joining()))
                .collect(Collectors.joining(RECORD));
        return clean && text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }

    static Optional<Answer> read(String text, Question question) {
        try {
            List<List<String>> records =
                    Stream.of(text.split(RECORD, -1)).map(AnswerText::cells).toList();
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < records.get(1).size(); i++) {
                columns.add(new Column(
                        records.get(1).get(i),
                        Column.Kind.valueOf(records.get(2).get(i))));
            }
            List<List<String>> rows = records.subList(3, records.size());
            return rows.stream().allMatch(row -> row.size() == columns.size())
                    ? Optional.of(new Answer(
                            question,
                            columns,
                            rows,
                            Long.parseLong(records.get(0).get(0)),
                            Duration.ofMillis(Long.parseLong(records.get(0).get(1)))))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // Written by a version with another form: asking again is all that is lost.
        }
    }

    private static List<String> cells(String record) {
        String[] cells = record.split(CELL, -1);
        return List.of(cells).subList(0, cells.length - 1);
    }
}
