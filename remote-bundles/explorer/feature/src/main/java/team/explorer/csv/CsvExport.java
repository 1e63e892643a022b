package team.explorer.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Writes CSV files so that there is either the whole file under its name or what was there before. */
public final class CsvExport {

    /** Receives the rows that are to be written. */
    @FunctionalInterface
    public interface Sink {
        /**
         * @param cells one row
         * @throws IOException when it can't be written
         */
        void row(List<String> cells) throws IOException;
    }

    /**
     * Produces the rows that are to be written.
     *
     * @param <E> how it fails
     */
    @FunctionalInterface
    public interface Rows<E extends Exception> {
        /**
         * @param sink receives the names of the columns, then the rows
         * @throws IOException when the sink fails
         * @throws E when there is nothing more to be had
         */
        void writeTo(Sink sink) throws IOException, E;
    }

    private CsvExport() {}

    /**
     * Writes a neighbour of the target first, then moves it into place.
     *
     * @param target where the file shall be; replaced if it is there
     * @param rows what to write
     * @param <E> how the rows fail
     * @throws IOException when the file can't be written; what was there before is unharmed
     * @throws E what the rows throw; likewise
     */
    public static <E extends Exception> void write(Path target, Rows<E> rows) throws IOException, E {
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (CsvWriter csv = CsvWriter.builder().build(draft)) {
                rows.writeTo(csv::writeRecord);
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
