package dev.dovetail.launcher.desktop;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/** A picture of the window, written as PNG without waking the AWT toolkit (ISO/IEC 15948). */
public final class Picture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_PER_PIXEL = 3;

    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(WritableImage image) {
        this.width = (int) image.getWidth();
        this.height = (int) image.getHeight();
        this.argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    }

    /**
     * Takes a picture of the first window that is showing. Not on the JavaFX application thread.
     *
     * @return the picture
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public static Picture ofWindow() throws InterruptedException {
        CompletableFuture<Picture> taken = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                Window window = Window.getWindows().stream()
                        .filter(Window::isShowing)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No window is showing"));
                taken.complete(new Picture(window.getScene().snapshot(null)));
            } catch (RuntimeException e) {
                taken.completeExceptionally(e);
            }
        });
        try {
            return taken.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The picture could not be taken", e.getCause());
        }
    }

    /**
     * Writes the picture.
     *
     * @param file the PNG file
     * @throws IOException when it can't be written
     */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(SIGNATURE);
        chunk(png, "IHDR", header());
        chunk(png, "IDAT", pixels());
        chunk(png, "IEND", new byte[0]);
        Files.write(file, png.toByteArray());
    }

    private byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 2, 0, 0, 0});
        return bytes.toByteArray();
    }

    private byte[] pixels() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] line = new byte[1 + width * BYTES_PER_PIXEL];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = argb[y * width + x];
                    line[1 + x * BYTES_PER_PIXEL] = (byte) (pixel >> 16);
                    line[2 + x * BYTES_PER_PIXEL] = (byte) (pixel >> 8);
                    line[3 + x * BYTES_PER_PIXEL] = (byte) pixel;
                }
                out.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
