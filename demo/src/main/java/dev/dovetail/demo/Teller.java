package dev.dovetail.demo;

import dev.dovetail.launcher.desktop.Picture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells the story: each step with its time once it is done, and a picture of it. */
final class Teller {

    /** Long enough for the last fade to end before a picture is taken. */
    private static final Duration SETTLE = Duration.ofMillis(700);

    private final PrintStream out;
    private final Path pictures;

    Teller(PrintStream out, Path pictures) {
        this.out = out;
        this.pictures = pictures;
    }

    /** What a step does; it throws when it did not happen. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException, InterruptedException;
    }

    void tell(String sentence, Step step) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            step.run();
        } catch (StoryException e) {
            out.println("  failed   " + sentence);
            picture("failed");
            throw e;
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        out.println(String.format(Locale.ROOT, "%6d ms  %s", millis, sentence));
    }

    void picture(String name) throws IOException, InterruptedException {
        Thread.sleep(SETTLE.toMillis());
        Picture.ofWindow().write(pictures.resolve(name + ".png"));
    }
}
