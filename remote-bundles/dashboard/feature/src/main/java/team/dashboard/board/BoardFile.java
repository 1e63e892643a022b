package team.dashboard.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The board in the feature's own directory: it outlives the tab it was in. One writer at a time. */
public final class BoardFile {

    private final Path file;

    /** @param directory the feature's own, which exists */
    public BoardFile(Path directory) {
        file = directory.resolve("board.properties");
    }

    /**
     * @return the board, if one was kept
     * @throws IOException when there is a file that can't be read
     */
    public Optional<Board> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("expected a properties file: " + file, e);
        }
        Map<String, String> texts = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> texts.put(name, lines.getProperty(name)));
        return BoardText.read(texts);
    }

    /**
     * @param board to be kept; replaces the file whole or not at all
     * @throws IOException when it can't be written
     */
    public synchronized void write(Board board) throws IOException {
        Properties lines = new Properties();
        lines.putAll(BoardText.write(board));
        Path part = file.resolveSibling("board.properties.part");
        try (var out = Files.newBufferedWriter(part)) {
            lines.store(out, null);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
