package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Parts;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.util.Optional;

/** The provisioner without a window: the framework is prepared for planning, but nothing is started in it. */
final class Offline implements AutoCloseable {

    private final HomeLock lock;
    private final EmbeddedFramework framework;
    private final Parts parts;

    private Offline(HomeLock lock, EmbeddedFramework framework, Parts parts) {
        this.lock = lock;
        this.framework = framework;
        this.parts = parts;
    }

    static Offline open(Home home) throws ProvisioningException {
        HomeLock lock = HomeLock.take(home);
        Log.to(home);
        EmbeddedFramework framework = EmbeddedFramework.init(home, Platform.directory());
        return new Offline(lock, framework, Parts.of(home, framework, Optional::empty));
    }

    Parts parts() {
        return parts;
    }

    @Override
    public void close() throws HomeException {
        framework.close();
        parts.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new HomeException("DT-HOME-012", "Can't release the lock of the home: " + e.getMessage(), "", e);
        }
    }
}
