package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartTest {

    @ParameterizedTest
    @EnumSource
    void isNamedWherePeopleReadOfIt(Part part) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("`" + part.name().toLowerCase(Locale.ROOT) + "`");
    }
}
