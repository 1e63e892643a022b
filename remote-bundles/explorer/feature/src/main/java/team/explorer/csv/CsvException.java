package team.explorer.csv;

import java.io.IOException;

/** A file isn't the table it should be. The message is for people and names the file, and the line where there is one. */
public final class CsvException extends IOException {

    private static final long serialVersionUID = 1;

    CsvException(String message) {
        super(message);
    }

    CsvException(String message, Throwable cause) {
        super(message, cause);
    }

    static CsvException at(CsvSource source, long line, String problem) {
        return new CsvException(source.fileName() + ", line " + line + ": " + problem);
    }
}
