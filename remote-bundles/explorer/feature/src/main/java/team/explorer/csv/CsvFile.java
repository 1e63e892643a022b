package team.explorer.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import team.explorer.api.Column;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;

/**
 * A CSV file whose shape is known. {@link #look} goes through the whole file once, so that a file that is broken near
 * its end is refused before anything was made of it; the rows are never all in memory.
 *
 * @param source where the bytes are
 * @param shape what the look found out
 */
public record CsvFile(CsvSource source, CsvShape shape) {

    /** Receives one row after the other. */
    @FunctionalInterface
    public interface Rows {
        /**
         * @param cells as many as there are columns, as they are in the file
         * @return whether to go on
         * @throws IOException ends the reading
         */
        boolean row(List<String> cells) throws IOException;
    }

    /**
     * @param source a CSV file in UTF-8, with any of the {@link Delimiter}s
     * @return the file and its shape
     * @throws IOException with a message for people when it can't be read or isn't a table
     */
    public static CsvFile look(CsvSource source) throws IOException {
        CsvReading reading = new CsvReading(source);
        Delimiter delimiter = Delimiter.detect(reading.head());
        Survey survey = new Survey(source);
        reading.records(delimiter, survey::see);
        return new CsvFile(source, survey.shape(delimiter));
    }

    /**
     * @param rows receives the rows, without the names of the columns
     * @throws IOException when the file can't be read any more, or changed its shape
     */
    public void rows(Rows rows) throws IOException {
        boolean[] skip = {shape.named()};
        new CsvReading(source).records(shape.delimiter(), (line, cells) -> {
            if (skip[0]) {
                skip[0] = false;
                return true;
            }
            requireWidth(source, line, shape.columns().size(), cells.size());
            return rows.row(cells);
        });
    }

    /**
     * @param title the table's name towards people
     * @param maxRows how many rows at most
     * @return the table with its first rows
     * @throws IOException when the file can't be read any more
     */
    public Table table(String title, int maxRows) throws IOException {
        List<List<String>> found = new ArrayList<>();
        if (maxRows > 0) {
            rows(cells -> {
                found.add(plain(cells));
                return found.size() < maxRows;
            });
        }
        return new Table(new TableInfo(source.id(), title, shape.rows()), columns(), found);
    }

    /** @return the names and kinds of the columns */
    public List<Column> columns() {
        return shape.columns().stream().map(CsvColumn::column).toList();
    }

    private List<String> plain(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> shape.columns().get(i).plain(cells.get(i)))
                .toList();
    }

    private static void requireWidth(CsvSource source, long line, int expected, int found) throws CsvException {
        if (found != expected) {
            throw CsvException.at(
                    source,
                    line,
                    "expected " + expected + (expected == 1 ? " cell" : " cells") + " as in the first line, found: "
                            + found);
        }
    }

    /** What the look through the file has seen so far. */
    private static final class Survey {

        private final CsvSource source;
        private final List<Typing> typings = new ArrayList<>();
        private List<String> first = List.of();
        private long rows;

        Survey(CsvSource source) {
            this.source = source;
        }

        boolean see(long line, List<String> cells) throws CsvException {
            if (first.isEmpty()) {
                first = List.copyOf(cells);
                Stream.generate(Typing::new).limit(cells.size()).forEach(typings::add);
                return true;
            }
            requireWidth(source, line, first.size(), cells.size());
            for (int i = 0; i < cells.size(); i++) {
                typings.get(i).see(cells.get(i));
            }
            rows++;
            return true;
        }

        CsvShape shape(Delimiter delimiter) throws CsvException {
            if (first.isEmpty()) {
                throw new CsvException(source.fileName() + " is empty. Expected at least one line.");
            }
            boolean named =
                    Heading.names(first, typings.stream().map(Typing::kind).toList());
            if (!named) {
                see(first);
            }
            List<String> names = Heading.distinct(named ? first : Collections.nCopies(first.size(), ""));
            List<CsvColumn> columns = IntStream.range(0, names.size())
                    .mapToObj(i -> typings.get(i).column(names.get(i)))
                    .toList();
            return new CsvShape(delimiter, named, columns, rows);
        }

        private void see(List<String> cells) {
            IntStream.range(0, cells.size()).forEach(i -> typings.get(i).see(cells.get(i)));
            rows++;
        }
    }
}
