package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.HomeException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentProfileTest {

    private static final Profile ONE = Profile.EMPTY.with(new Repository.Unsigned(URI.create("http://localhost:1/")));

    @TempDir
    Path home;

    @Test
    void whatItBecomesIsInForceAtOnceAndKept() throws Exception {
        CurrentProfile current = new CurrentProfile(new ProfileFile(home), ONE);
        assertThat(current.get()).isEqualTo(ONE);
        assertThat(current.of(URI.create("http://localhost:1/"), "a").publisher())
                .isEqualTo("http://localhost:1/");

        current.become(Profile.EMPTY);

        assertThat(current.get()).isEqualTo(Profile.EMPTY);
        assertThat(new ProfileFile(home).read()).isEqualTo(Profile.EMPTY);
        assertThat(home.resolve("profile.json")).exists();
    }

    @Test
    void theSameAgainWritesNothing() throws Exception {
        new CurrentProfile(new ProfileFile(home), ONE).become(ONE);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatCannotBeKeptIsNotInForce() throws Exception {
        Path noFolder = Files.createFile(home.resolve("file"));
        CurrentProfile current = new CurrentProfile(new ProfileFile(noFolder), ONE);
        assertThatThrownBy(() -> current.become(Profile.EMPTY)).isInstanceOf(HomeException.class);
        assertThat(current.get()).isEqualTo(ONE);
    }
}
