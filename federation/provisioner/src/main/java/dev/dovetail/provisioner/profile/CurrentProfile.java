package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Grants;
import java.net.URI;
import java.util.function.UnaryOperator;

/** The profile that is in force in this process, which may change while it runs. Any thread. */
public final class CurrentProfile implements Grants {

    private final ProfileFile file;
    private final UnaryOperator<Profile> joined;
    private volatile InForce now;

    /** With what it grants, which is asked for more often than it changes. */
    private record InForce(Profile own, Profile effective, Grants grants) {}

    /**
     * Nothing but what the person wants.
     *
     * @param file where it is kept
     * @param profile what is in force at first: what the file says, and what counts for this process alone
     */
    public CurrentProfile(ProfileFile file, Profile profile) {
        this(file, profile, own -> own);
    }

    /**
     * @param file where it is kept
     * @param profile what is in force at first: what the file says, and what counts for this process alone
     * @param joined adds what came with Dovetail; that is in force, but never kept
     */
    public CurrentProfile(ProfileFile file, Profile profile, UnaryOperator<Profile> joined) {
        this.file = file;
        this.joined = joined;
        this.now = inForce(profile);
    }

    private InForce inForce(Profile own) {
        Profile effective = joined.apply(own);
        return new InForce(own, effective, effective.grants());
    }

    /** @return what the person wants */
    public Profile get() {
        return now.own();
    }

    /** @return the same, and what came with Dovetail */
    public Profile effective() {
        return now.effective();
    }

    /**
     * Puts another in force, for the next start too.
     *
     * @param profile the other
     * @throws HomeException when it can't be kept; then the one before stays in force
     */
    public synchronized void become(Profile profile) throws HomeException {
        if (!profile.equals(get())) {
            file.write(profile);
            now = inForce(profile);
        }
    }

    @Override
    public Grant of(URI repository, String bundle) {
        return now.grants().of(repository, bundle);
    }
}
