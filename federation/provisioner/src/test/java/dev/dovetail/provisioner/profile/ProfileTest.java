package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final URI A = URI.create("http://localhost/a/");
    private static final URI B = URI.create("http://localhost/b/");
    private static final URI C = URI.create("http://localhost/c/");

    @Test
    void whatIsAddedStandsBehindWhatIsThereAndOnlyOnce() {
        assertThat(new Profile(List.of(B, A)).with(List.of(C, A, C)).repositories())
                .containsExactly(B, A, C);
        assertThat(Profile.EMPTY.with(List.of())).isEqualTo(Profile.EMPTY);
    }
}
