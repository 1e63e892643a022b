package dev.dovetail.publisher.cli;

import java.io.Serial;

/** The command can't be carried out as it was given. */
final class UsageException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
