package team.charts.board;

import dev.dovetail.api.Notice;
import dev.dovetail.api.ViewContext;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.FileChooser;
import team.charts.desk.PngFile;
import team.charts.plot.Png;

/** Takes a picture of a node, twice as large as on the screen, and writes it to a file. */
final class Picture {

    private static final Logger LOG = System.getLogger(Picture.class.getName());
    private static final double LARGER = 2;

    private final ViewContext context;

    Picture(ViewContext context) {
        this.context = context;
    }

    /** Asks where to. FX thread. */
    Optional<Path> ask(Node node, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export chart");
        chooser.setInitialFileName(PngFile.name(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
        return Optional.ofNullable(chooser.showSaveDialog(node.getScene().getWindow()))
                .map(File::toPath);
    }

    /** Takes the picture now, on the FX thread, and writes it in the background. */
    void write(Node node, Path file) {
        Png png = take(node);
        context.background().execute(() -> {
            try {
                PngFile.write(png, file);
                context.notify(Notice.success("The chart was written to %s.".formatted(file)));
            } catch (IOException e) {
                LOG.log(Level.WARNING, () -> "cannot write the chart to " + file, e);
                context.notify(Notice.error("The chart could not be written to %s: %s. Choose another place."
                        .formatted(file, e.getMessage())));
            }
        });
    }

    private static Png take(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(LARGER, LARGER));
        WritableImage image = node.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Png(width, height, pixels);
    }
}
