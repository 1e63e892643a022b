package dev.dovetail.provisioner.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats' documents, whose examples are what the tests read. */
public final class Documents {

    private static final Pattern EXAMPLE = Pattern.compile("```[a-z]+\n(.*?)\n```", Pattern.DOTALL);

    private Documents() {}

    /** The first example of a document, without a line end behind it. */
    public static String example(String document) {
        return example(document, 0);
    }

    public static String example(String document, int number) {
        try {
            Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../../docs/formats", document)));
            for (int i = 0; i <= number; i++) {
                if (!matcher.find()) {
                    throw new AssertionError("No example " + number + " in " + document);
                }
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
