package dev.dovetail.provisioner.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldUpFileTest {

    private static final HeldUp CHARTS = new HeldUp(
            "charts", "1.2.0", "team.charts.Board.draw(Board.java:42)", Instant.parse("2030-01-01T00:00:00Z"));

    private final Path home;
    private final HeldUpFile file;

    HeldUpFileTest(@TempDir Path home) {
        this.home = home;
        file = new HeldUpFile(home);
    }

    @Test
    void reads_what_it_wrote_until_it_is_cleared() throws Exception {
        assertThat(file.read()).isEmpty();
        file.write(CHARTS);
        assertThat(file.read()).contains(CHARTS);
        file.clear();
        file.clear();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void writes_what_the_format_says() throws Exception {
        file.write(CHARTS);
        assertThat(home.resolve("held-up"))
                .hasContent("charts\n1.2.0\nteam.charts.Board.draw(Board.java:42)\n2030-01-01T00:00:00Z\n");
    }

    @Test
    void keeps_one_line_of_a_place_that_has_several() throws Exception {
        file.write(new HeldUp("charts", "1.2.0", "one\ntwo", CHARTS.since()));
        assertThat(file.read()).map(HeldUp::where).contains("one");
        file.write(new HeldUp("charts", "1.2.0", "", CHARTS.since()));
        assertThat(file.read()).map(HeldUp::where).contains("");
    }

    @Test
    void takes_what_cannot_be_read_for_nothing() throws Exception {
        for (String text : new String[] {"", "charts\n", "charts\n1.2.0\nhere\nyesterday\n"}) {
            Files.writeString(home.resolve("held-up"), text);
            assertThat(file.read()).isEmpty();
        }
    }
}
