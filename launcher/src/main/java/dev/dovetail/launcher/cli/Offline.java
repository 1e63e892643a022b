package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.When;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Parts;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.History;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The provisioner without a window: once something is to be planned, the framework is prepared for it, but nothing is
 * started in it.
 */
final class Offline implements Provisioning, AutoCloseable {

    private final HomeLock lock;
    private final Parts parts;
    private final Cancellation wish = new Cancellation();
    private Optional<Planning> planning = Optional.empty();
    private Optional<Known> known = Optional.empty();

    private record Planning(EmbeddedFramework framework, Provisioner provisioner) {}

    private Offline(HomeLock lock, Parts parts) {
        this.lock = lock;
        this.parts = parts;
    }

    /** The profile is read, and may be written, once the home is this process's. */
    static Offline open(Home home, Launcher.Wishes wishes) throws ProvisioningException {
        HomeLock lock = HomeLock.take(home);
        try {
            Log.to(home);
            return new Offline(lock, Parts.of(home, wishes.read(), Launcher.fallback(Platform.directory())));
        } catch (ProvisioningException | RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** Gives up what it is about. Any thread. */
    void cancel() {
        wish.cancel();
    }

    @Override
    public Home home() {
        return lock.home();
    }

    @Override
    public boolean running() {
        return false;
    }

    @Override
    public Disk disk() {
        return parts.disk();
    }

    @Override
    public Profile profile() {
        return parts.profile().get();
    }

    @Override
    public void remember(Profile profile) throws ProvisioningException {
        parts.profile().become(profile);
        known = Optional.empty();
    }

    @Override
    public Known check() throws ProvisioningException {
        Known now = parts.repositories().check(parts.profile().effective(), wish);
        known = Optional.of(now);
        return now;
    }

    @Override
    public Lockfile installed() throws ProvisioningException {
        return parts.disk().generations().current();
    }

    /** Nothing is open. */
    @Override
    public List<String> objections(String featureId) {
        return List.of();
    }

    @Override
    public Outcome plan(Request request) throws ProvisioningException {
        return provisioner().plan(request, known.isPresent() ? known.get() : check());
    }

    @Override
    public Lockfile carryOut(Request request, Consumer<Progress> progress) throws ProvisioningException {
        Known offered = known.isPresent() ? known.get() : check();
        Known embedded = parts.fallback().known(parts.profile().effective());
        return provisioner().bring(request, offered, embedded, false, wish, progress);
    }

    @Override
    public void restore(Consumer<Progress> progress) throws ProvisioningException {
        provisioner().restore(wish, progress);
    }

    @Override
    public long previous() throws ProvisioningException {
        return provisioner().previous();
    }

    @Override
    public List<Generation> generations() throws ProvisioningException {
        return new History(disk().generations()).kept();
    }

    @Override
    public void pin(long generation, boolean pinned) throws ProvisioningException {
        new History(disk().generations()).pin(generation, pinned);
    }

    @Override
    public boolean updateLater(String featureId, When when) {
        throw new IllegalStateException("Nothing waits where no window is open.");
    }

    @Override
    public Lockfile revert(long generation, Consumer<Progress> progress) throws ProvisioningException {
        return provisioner().revert(generation, progress);
    }

    private Provisioner provisioner() throws ProvisioningException {
        if (planning.isEmpty()) {
            EmbeddedFramework framework = EmbeddedFramework.init(lock.home(), Platform.directory());
            planning = Optional.of(new Planning(framework, parts.provisioner(framework, Optional::empty)));
        }
        return planning.get().provisioner();
    }

    @Override
    public void close() throws HomeException {
        planning.map(Planning::framework).ifPresent(EmbeddedFramework::close);
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
