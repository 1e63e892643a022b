package team.charts.feature;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Says which release this is, as the build wrote it. */
final class Release {

    private Release() {}

    static String label() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Release.class.getResourceAsStream("charts.properties")) {
            properties.load(in);
        }
        return "Charts " + properties.getProperty("version");
    }
}
