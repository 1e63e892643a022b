package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Workbench;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.boot.Toolkit;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.ProvisionerService;
import dev.dovetail.provisioner.Started;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.Watch;
import dev.dovetail.provisioner.apply.Retirements;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A running Dovetail: framework, toolkit, provisioner and shell. Made by {@link #start}, ended once by {@link #close},
 * from whichever side the end comes: the window, a signal, or the program.
 */
public final class Launcher implements AutoCloseable {

    private final Home home;
    private final EmbeddedFramework framework;
    private final Parts parts;
    private final ProvisionerService federation;
    private final HomeDesktop desktop;
    private final Unloading unloading;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Launcher(
            Home home,
            EmbeddedFramework framework,
            Parts parts,
            ProvisionerService federation,
            HomeDesktop desktop,
            Unloading unloading) {
        this.home = home;
        this.framework = framework;
        this.parts = parts;
        this.federation = federation;
        this.desktop = desktop;
        this.unloading = unloading;
    }

    /**
     * Starts everything and returns when the shell has been told to come up. No network is touched before the window can
     * be used.
     *
     * @param lock the right to change the home that everything is kept in; stays the caller's
     * @param bundles the directory with the embedded bundles
     * @param profile the repositories to look into
     * @param headless whether to draw into memory instead of onto a display
     * @return the running Dovetail
     * @throws ProvisioningException when something it can't do without doesn't start
     */
    public static Launcher start(HomeLock lock, Path bundles, Profile profile, boolean headless)
            throws ProvisioningException {
        return start(lock, bundles, () -> profile, Toolkit.begin(headless, () -> {}, () -> {}), Intent.USUAL);
    }

    /** Says which repositories to look into. */
    @FunctionalInterface
    public interface Wishes {
        /**
         * @return the profile
         * @throws ProvisioningException when it can't be read
         */
        Profile read() throws ProvisioningException;
    }

    /**
     * The same beside a toolkit that is already on its way.
     *
     * @param lock the right to change the home that everything is kept in; stays the caller's
     * @param bundles the directory with the embedded bundles
     * @param wishes asked for the profile while the toolkit starts
     * @param toolkit the toolkit
     * @param intent what the window is for
     * @return the running Dovetail
     * @throws ProvisioningException when something it can't do without doesn't start
     */
    public static Launcher start(HomeLock lock, Path bundles, Wishes wishes, Toolkit toolkit, Intent intent)
            throws ProvisioningException {
        Home home = lock.home();
        EmbeddedFramework framework = EmbeddedFramework.init(home, bundles);
        Parts parts = Parts.of(home, wishes.read(), fallback(bundles));
        Started started = parts.startUp().begin(intent.safe());
        Watch watch = Watch.over(started);
        Retirements retirements = new Retirements(watch.clock());
        Provisioner provisioner = parts.provisioner(framework, () -> workbench(framework.context()), retirements);
        ProvisionerService federation =
                new ProvisionerService(provisioner, parts.repositories(), parts.profile(), watch, parts.fallback());
        Unloading unloading = new Unloading(retirements, watch, Unloading.LIMIT, System::gc, federation::found);
        HomeDesktop desktop = new HomeDesktop(home, toolkit.headless(), intent.host());
        BundleContext context = framework.context();
        context.registerService(Federation.class, federation, null);
        context.registerService(Desktop.class, desktop, null);
        framework.wireShell();
        toolkit.await();
        framework.startShell();
        Launcher launcher = new Launcher(home, framework, parts, federation, desktop, unloading);
        launcher.startTheRest();
        return launcher;
    }

    /**
     * @param bundles the directory with the embedded bundles
     * @return what lies beside it in the distribution
     */
    public static Fallback fallback(Path bundles) {
        return Fallback.in(bundles.resolveSibling("fallback"), new IndexReader());
    }

    /** What nobody sees waits until the window can be used. */
    private void startTheRest() {
        Thread thread = new Thread(
                () -> {
                    try {
                        desktop.awaitShown();
                        logUsable(Instant.now());
                        framework.startServices();
                        federation.usable();
                        federation.recall();
                        federation.check();
                        parts.disk().store().sweep();
                    } catch (ProvisioningException | IOException e) {
                        System.getLogger(Launcher.class.getName())
                                .log(System.Logger.Level.ERROR, "Features can't run", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "dovetail-start");
        thread.setDaemon(true);
        thread.start();
    }

    // Under the time when it came true: asking for the CPU time takes a while the first time.
    private static void logUsable(Instant since) {
        Optional<Duration> used = ProcessHandle.current().info().totalCpuDuration();
        Log.at(
                since,
                Launcher.class.getName(),
                "The window can be used; CPU time up to here: "
                        + used.map(Duration::toMillis).orElse(-1L) + " ms");
    }

    /** @return the provisioner, as the shell sees it */
    public Federation federation() {
        return federation;
    }

    /** @return the provisioner, as verbs see it */
    public ProvisionerService provisioner() {
        return federation;
    }

    /** @return how replaced versions leave memory */
    public Unloading unloading() {
        return unloading;
    }

    /** @return the home */
    public Home home() {
        return home;
    }

    /** Brings the window to the front. */
    public void raise() {
        workbench().ifPresent(Workbench::raise);
    }

    /** @return the shell, once it is up */
    public Optional<Workbench> workbench() {
        return workbench(framework.context());
    }

    /**
     * Waits for the shell.
     *
     * @return it, once it is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public Workbench awaitWorkbench() throws InterruptedException {
        Optional<Workbench> workbench = workbench();
        while (workbench.isEmpty()) {
            Thread.sleep(10);
            workbench = workbench();
        }
        return workbench.get();
    }

    /** @return the feature that the window is all about, if it is */
    public Optional<String> host() {
        return desktop.host();
    }

    /** @return the framework, for whoever wants to look inside */
    public BundleContext context() {
        return framework.context();
    }

    private static Optional<Workbench> workbench(BundleContext context) {
        ServiceReference<Workbench> reference = context.getServiceReference(Workbench.class);
        return Optional.ofNullable(reference == null ? null : context.getService(reference));
    }

    /**
     * Waits until the window can be used.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void awaitShown() throws InterruptedException {
        desktop.awaitShown();
    }

    /**
     * Waits until the person closes the window.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void awaitEnd() throws InterruptedException {
        desktop.awaitEnd();
    }

    /** Ends everything, the shell first, so that it can save what is open. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            desktop.exit();
            federation.close();
            framework.close();
            parts.close();
            Toolkit.end();
        }
    }
}
