package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.Grants;
import java.net.URI;

/** The profile that is in force in this process, which may change while it runs. Any thread. */
public final class CurrentProfile implements Grants {

    private final ProfileFile file;
    private volatile InForce now;

    /** With what it grants, which is asked for more often than it changes. */
    private record InForce(Profile profile, Grants grants) {
        InForce(Profile profile) {
            this(profile, profile.grants());
        }
    }

    /**
     * @param file where it is kept
     * @param profile what is in force at first: what the file says, and what counts for this process alone
     */
    public CurrentProfile(ProfileFile file, Profile profile) {
        this.file = file;
        this.now = new InForce(profile);
    }

    /** @return the profile in force */
    public Profile get() {
        return now.profile();
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
            now = new InForce(profile);
        }
    }

    @Override
    public Grant of(URI repository, String bundle) {
        return now.grants().of(repository, bundle);
    }
}
