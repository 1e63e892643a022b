package dev.dovetail.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.federation.Active;
import dev.dovetail.shell.faulty.Misdeed;
import dev.dovetail.shell.fixture.VersionLoader;
import dev.dovetail.shell.guard.Suspects.Suspect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SuspectsTest {

    private static final Attribution OLD = Attribution.of(new Active("faulty", "1.0.0", 1), "Faulty");
    private static final Attribution NEW = Attribution.of(new Active("faulty", "2.0.0", 2), "Faulty");

    private final VersionLoader old = new VersionLoader(Misdeed.class);
    private final VersionLoader next = new VersionLoader(Misdeed.class);
    private final List<Suspect> running = new ArrayList<>(List.of(new Suspect(OLD, old), new Suspect(NEW, next)));
    private final Suspects suspects = new Suspects(() -> running);

    private static Throwable thrown(VersionLoader version, boolean own) {
        Runnable misdeed = (Runnable) version.make(Misdeed.class, own);
        return catchThrowable(misdeed::run);
    }

    @Test
    void tellsVersionsApartByTheClassOfWhatWasThrown() {
        assertThat(suspects.of(thrown(old, true))).contains(OLD);
        assertThat(suspects.of(thrown(next, true))).contains(NEW);
    }

    @Test
    void takesTheVersionInUseWhenThereAreOnlyNames() {
        running.remove(0);
        assertThat(suspects.of(thrown(old, false))).contains(NEW);
        assertThat(suspects.of(thrown(next, false))).contains(NEW);
    }

    @Test
    void findsTheFeatureBelowWhatOthersWrappedItIn() {
        running.remove(0);
        Throwable wrapped = new IllegalStateException(new ExecutionException(thrown(next, true)));
        assertThat(suspects.of(wrapped)).contains(NEW);
    }

    @Test
    void blamesNobodyForWhatNoFeatureDefines() {
        assertThat(suspects.of(new IllegalStateException("the test's own"))).isEmpty();
        running.clear();
        assertThat(suspects.of(thrown(old, true))).isEmpty();
    }

    @Test
    void survivesARingOfCauses() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertThat(suspects.of(one)).isEmpty();
    }

    @Test
    void knowsAThreadByItsLoader() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        thread.setContextClassLoader(next);
        assertThat(suspects.of(thread)).contains(NEW);
        thread.setContextClassLoader(null);
        assertThat(suspects.of(thread)).isEmpty();
    }

    @Test
    void readsWhatAThreadDoes() {
        running.remove(0);
        assertThat(suspects.of(thrown(next, false).getStackTrace())).contains(NEW);
        assertThat(suspects.of(new StackTraceElement[0])).isEmpty();
    }
}
