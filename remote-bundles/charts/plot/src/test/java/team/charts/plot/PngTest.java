package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PngTest {

    @Property(tries = 100)
    void isReadByOthersAsItWas(@ForAll @Size(12) int[] pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Png(4, 3, pixels).write(bytes);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(image.getRGB(0, 0, 4, 3, new int[12], 0, 4)).isEqualTo(pixels);
    }

    @Test
    void refusesTooFewPixels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Png(4, 3, new int[11]))
                .withMessageContaining("4 x 3");
    }
}
