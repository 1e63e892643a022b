package team.explorer.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import team.explorer.csv.CsvSource;

/** The open data that comes along. Sources and licences are in {@code DATA.md} beside the files. */
public enum Sample implements CsvSource {
    ELEMENTS(
            "Chemical elements",
            "All 118, with block, state and standard atomic weight",
            "SELECT block, COUNT(*) AS elements, ROUND(AVG(atomic_weight), 1) AS mean_weight\n"
                    + "FROM elements GROUP BY block ORDER BY elements DESC"),
    CO2(
            "Carbon dioxide in the air",
            "Yearly means at Mauna Loa since 1959, by NOAA",
            "SELECT year, co2_ppm, co2_ppm - LAG(co2_ppm) OVER (ORDER BY year) AS growth\n" + "FROM co2 ORDER BY year");

    private static final String PREFIX = "sample:";

    private final String title;
    private final String description;
    private final String question;

    Sample(String title, String description, String question) {
        this.title = title;
        this.description = description;
        this.question = question;
    }

    /** @return its name towards people */
    public String title() {
        return title;
    }

    /** @return what is in it, in half a sentence */
    public String description() {
        return description;
    }

    /** @return SQL worth trying on it */
    public String question() {
        return question;
    }

    static Optional<CsvSource> of(String id) {
        return Arrays.<CsvSource>stream(values())
                .filter(sample -> sample.id().equals(id))
                .findFirst();
    }

    @Override
    public String id() {
        return PREFIX + baseName();
    }

    @Override
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    @Override
    public InputStream open() throws IOException {
        InputStream bytes = Sample.class.getResourceAsStream(fileName());
        if (bytes == null) {
            throw new FileNotFoundException(
                    "Expected the sample " + fileName() + " inside the feature; it isn't there.");
        }
        return bytes;
    }
}
