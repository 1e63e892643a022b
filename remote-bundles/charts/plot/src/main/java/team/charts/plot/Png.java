package team.charts.plot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A picture in the PNG format (W3C PNG, third edition): 8 bits each of red, green, blue and alpha, not interlaced.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb the pixels, line by line, not premultiplied
 */
public record Png(int width, int height, int[] argb) {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int BITS = 8;
    private static final int RGBA = 6;

    /** Checks that there is a colour for each pixel. */
    public Png {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(
                    "expected %d x %d pixels, found: %d".formatted(width, height, argb.length));
        }
    }

    /**
     * @param out where the file's bytes go
     * @throws IOException when they can't be written
     */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(SIGNATURE);
        chunk(data, "IHDR", header());
        chunk(data, "IDAT", pixels());
        chunk(data, "IEND", new byte[0]);
        data.flush();
    }

    private byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) BITS)
                .put((byte) RGBA)
                .array();
    }

    private byte[] pixels() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            ByteBuffer line = ByteBuffer.allocate(1 + width * 4);
            for (int y = 0; y < height; y++) {
                line.clear().put((byte) 0);
                for (int x = 0; x < width; x++) {
                    line.putInt(Integer.rotateLeft(argb[y * width + x], BITS));
                }
                deflated.write(line.array());
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
