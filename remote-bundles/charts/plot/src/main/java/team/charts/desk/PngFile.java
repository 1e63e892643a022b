package team.charts.desk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import team.charts.plot.Png;

/** Writes a picture so that the file is either as it was or complete, never half. */
public final class PngFile {

    private PngFile() {}

    /**
     * @param title what the picture shows
     * @return a name for its file that every system takes
     */
    public static String name(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{N} ._-]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String cut = plain.substring(0, Math.min(80, plain.length())).replaceAll("[. ]+$", "");
        return (cut.isEmpty() ? "Chart" : cut) + ".png";
    }

    /**
     * @param picture the picture
     * @param file where it goes; replaced when there
     * @throws IOException when it can't be written; the file is as it was
     */
    public static void write(Png picture, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), ".chart", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                picture.write(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
