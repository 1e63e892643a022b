package dev.dovetail.demo;

import java.io.Serial;

/** Something that the story tells did not happen. */
final class StoryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StoryException(String message) {
        super(message);
    }

    static void require(boolean happened, String expectation) {
        if (!happened) {
            throw new StoryException("Expected " + expectation);
        }
    }
}
