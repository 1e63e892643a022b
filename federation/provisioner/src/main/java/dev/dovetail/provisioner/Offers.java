package dev.dovetail.provisioner;

import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What each repository of a profile offers, as far as one knows at the moment: what it last offered, until it answers.
 * Read when somebody first wants to know: a start doesn't wait for indexes. One thread.
 */
final class Offers {

    private final Repositories repositories;
    private final Supplier<Profile> profile;
    private final Map<URI, Gathering> each = new HashMap<>();
    private Optional<Known> known = Optional.empty();
    private int round;

    Offers(Repositories repositories, Supplier<Profile> profile) {
        this.repositories = repositories;
        this.profile = profile;
    }

    Known known() {
        Known now = known.orElseGet(this::gathered);
        known = Optional.of(now);
        return now;
    }

    private Known gathered() {
        Gathering all = new Gathering();
        profile.get().repositories().forEach(repository -> all.with(of(repository)));
        return all.known(profile.get());
    }

    private Gathering of(Repository repository) {
        return each.computeIfAbsent(repository.url(), url -> repositories.last(repository));
    }

    /** All are being asked from now on; what earlier askers still hear comes too late. */
    int ask() {
        profile.get()
                .repositories()
                .forEach(repository -> each.put(repository.url(), of(repository).asking()));
        known = Optional.empty();
        round++;
        return round;
    }

    /** The profile has changed: what is known of it is put together anew, and nobody is listened to who was asked before. */
    void changed() {
        known = Optional.empty();
        round++;
    }

    /** Whether it is news. */
    boolean answered(int asked, Repository repository, Gathering answer) {
        if (asked != round) {
            return false;
        }
        each.put(repository.url(), answer);
        known = Optional.empty();
        return true;
    }
}
