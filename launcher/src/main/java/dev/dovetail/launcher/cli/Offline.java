package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Parts;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import java.io.IOException;
import java.util.Optional;

/** The provisioner without a window: the framework is prepared for planning, but nothing is started in it. */
final class Offline implements AutoCloseable {

    private final HomeLock lock;
    private final EmbeddedFramework framework;
    private final Profile profile;
    private final Parts parts;
    private final Fallback fallback;

    private Offline(HomeLock lock, EmbeddedFramework framework, Profile profile, Parts parts, Fallback fallback) {
        this.lock = lock;
        this.framework = framework;
        this.profile = profile;
        this.parts = parts;
        this.fallback = fallback;
    }

    /** The profile is read, and may be written, once the home is this process's. */
    static Offline open(Home home, Launcher.Wishes wishes) throws ProvisioningException {
        HomeLock lock = HomeLock.take(home);
        try {
            Log.to(home);
            Fallback fallback = Launcher.fallback(Platform.directory());
            Profile profile = fallback.joined(wishes.read());
            EmbeddedFramework framework = EmbeddedFramework.init(home, Platform.directory());
            return new Offline(
                    lock, framework, profile, Parts.of(home, framework, profile, fallback, Optional::empty), fallback);
        } catch (ProvisioningException | RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    Profile profile() {
        return profile;
    }

    /** What came with Dovetail. */
    Known embedded() {
        return fallback.known(profile);
    }

    Parts parts() {
        return parts;
    }

    @Override
    public void close() throws HomeException {
        framework.close();
        parts.close();
        release(lock);
    }

    private static void release(HomeLock lock) throws HomeException {
        try {
            lock.close();
        } catch (IOException e) {
            throw new HomeException("DT-HOME-012", "Can't release the lock of the home: " + e.getMessage(), "", e);
        }
    }
}
