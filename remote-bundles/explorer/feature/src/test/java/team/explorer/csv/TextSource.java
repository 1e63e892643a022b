package team.explorer.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is only in memory. */
public record TextSource(String fileName, byte[] bytes) implements CsvSource {

    public static TextSource of(String fileName, String text) {
        return new TextSource(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String id() {
        return "test:" + fileName;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
