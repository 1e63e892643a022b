package team.explorer.csv;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a CSV file come from. Can be read any number of times. */
public interface CsvSource {

    /** @return the same text for the same file, also after a restart */
    String id();

    /** @return the file's name with its extension, for people and for error messages */
    String fileName();

    /**
     * @return the file's bytes from the beginning; the caller closes them
     * @throws IOException with a message for people when there is nothing to read
     */
    InputStream open() throws IOException;

    /** @return the file's name without its extension */
    default String baseName() {
        int dot = fileName().lastIndexOf('.');
        return dot > 0 ? fileName().substring(0, dot) : fileName();
    }
}
