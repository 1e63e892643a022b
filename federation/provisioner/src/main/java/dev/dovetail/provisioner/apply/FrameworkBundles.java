package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.gate.Verdict;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The bundles of the running framework, known by the digest of their bytes: the location of each is {@code sha256:<hex>}, and where one is put in
 * once more, {@code sha256:<hex>#<n>}.
 * Everything that is done to the framework for features is done here, one call for one act.
 */
public final class FrameworkBundles {

    private static final String PREFIX = "sha256:";
    private static final String COPY = "#";

    private final BundleContext system;
    private final Store store;
    private final Duration limit;
    private final Admission admission;
    private final Borders borders;
    private final Retirements retirements;
    // Of bundles that were put in once more: where the one is that counts, and the one that doesn't any more.
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Bundle> older = new HashMap<>();
    private int copies;

    /**
     * @param system the system bundle's context
     * @param store where the bytes are
     * @param limit how long a bundle may take to start, and to stop
     * @param admission decides which jars may enter
     * @param borders keep those apart that did
     * @param retirements told of those that have left
     */
    public FrameworkBundles(
            BundleContext system,
            Store store,
            Duration limit,
            Admission admission,
            Borders borders,
            Retirements retirements) {
        this.system = system;
        this.store = store;
        this.limit = limit;
        this.admission = admission;
        this.borders = borders;
        this.retirements = retirements;
    }

    /** @return what is in the framework now */
    public Running running() {
        Set<String> bundles = new HashSet<>();
        Set<String> started = new HashSet<>();
        for (Bundle bundle : system.getBundles()) {
            String sha256 = sha256(bundle);
            if (bundle.getLocation().equals(location(sha256)) && borders.knows(bundle)) {
                bundles.add(sha256);
                if (bundle.getState() == (isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                    started.add(sha256);
                }
            }
        }
        return new Running(bundles, started);
    }

    /** A fragment is never started: it is there as soon as it is resolved. */
    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static String sha256(Bundle bundle) {
        return bundle.getLocation().replaceFirst("^" + PREFIX, "").replaceFirst(COPY + "[0-9]+$", "");
    }

    private String location(String sha256) {
        return places.getOrDefault(sha256, PREFIX + sha256);
    }

    long id(String sha256) {
        return get(sha256, sha256).getBundleId();
    }

    /** Of a bundle that is there twice, the one that was there before. */
    long olderId(String sha256) {
        return older(sha256).getBundleId();
    }

    /** What is installed from now on belongs together. */
    void begin() {
        borders.pins().nextChange();
    }

    /**
     * Puts the jar of a bundle that is about to become part of a generation before the gate. Its digest was found to be
     * right when it landed, and is looked at again before it enters the framework; in between, only if something is wrong:
     * then it tells damage from malice.
     */
    void inspect(LockedBundle bundle, long unpacked, Set<String> neighbours) throws ApplyException, HomeException {
        Verdict verdict;
        try (SeekableByteChannel jar = store.unchecked(bundle.content())) {
            verdict = admission.arriving(bundle, jar, unpacked, neighbours);
        } catch (IOException e) {
            throw unreadable(bundle, e);
        }
        if (verdict instanceof Verdict.Refused refused) {
            store.check(bundle.content());
            throw Admission.refusal(bundle, refused);
        }
    }

    void install(LockedBundle bundle, LockedWiring wiring) throws ApplyException, HomeException {
        install(bundle, wiring, location(bundle.content().sha256()));
    }

    /** Under a location of its own; the framework takes the same bytes for another bundle then. */
    void installAgain(LockedBundle bundle, LockedWiring wiring) throws ApplyException, HomeException {
        String sha256 = bundle.content().sha256();
        Bundle before = get(bundle);
        copies++;
        String place = bundle.location() + COPY + copies;
        borders.twins().expect(before);
        try {
            install(bundle, wiring, place);
        } finally {
            borders.twins().noLonger(before);
        }
        older.put(sha256, before);
        places.put(sha256, place);
    }

    /** The newer one goes, and the older one counts again. */
    void removeAgain(LockedBundle bundle) {
        Bundle newer = get(bundle);
        String sha256 = bundle.content().sha256();
        places.put(sha256, Objects.requireNonNull(older.remove(sha256)).getLocation());
        remove(newer, bundle);
    }

    /** What the framework reads is the open file that was inspected: nobody can put another in its place in between. */
    private void install(LockedBundle bundle, LockedWiring wiring, String location)
            throws ApplyException, HomeException {
        try (SeekableByteChannel jar = store.channel(bundle.content())) {
            if (admission.entering(bundle, jar) instanceof Verdict.Refused refused) {
                throw Admission.refusal(bundle, refused);
            }
            jar.position(0);
            evictStranger(location);
            Bundle installed = system.installBundle(location, Channels.newInputStream(jar));
            borders.pins().enter(installed, bundle.content().sha256(), wiring);
            borders.enter(installed, admission.publisher(bundle));
        } catch (BundleException e) {
            throw new ApplyException(
                    "DT-APPLY-001",
                    "The framework refused " + bundle.name() + ": " + e.getMessage(),
                    "The bundle is not well-formed; tell its publisher.",
                    e);
        } catch (IOException e) {
            throw unreadable(bundle, e);
        }
    }

    /** The framework gives back what is at a location already, whoever put it there. */
    private void evictStranger(String location) {
        Bundle present = system.getBundle(location);
        if (present != null && !borders.knows(present)) {
            System.getLogger(FrameworkBundles.class.getName())
                    .log(System.Logger.Level.WARNING, present + " was not installed by Dovetail; it is taken out");
            uninstall(present);
        }
    }

    private static HomeException unreadable(LockedBundle bundle, IOException e) {
        return new HomeException(
                "DT-HOME-003",
                "Can't read " + bundle.name() + " from the store: " + e.getMessage(),
                "Check the permissions of the home directory.",
                e);
    }

    void resolve(List<LockedBundle> bundles) throws ApplyException {
        List<Bundle> found = bundles.stream().map(this::get).toList();
        if (wiring().resolveBundles(found) || resolveFreely(found)) {
            return;
        }
        for (Bundle bundle : found) {
            if (bundle.getState() == Bundle.INSTALLED) {
                throw new ApplyException(
                        "DT-APPLY-002",
                        "The framework could not wire " + bundle.getSymbolicName() + " " + bundle.getVersion() + ": "
                                + whyUnresolved(bundle),
                        "This is a disagreement between the plan and the framework; please report it.");
            }
        }
    }

    /** A record that doesn't hold must not keep anything from running. */
    private boolean resolveFreely(List<Bundle> bundles) {
        List<Bundle> held = bundles.stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .filter(borders.pins()::release)
                .toList();
        if (held.isEmpty() || !wiring().resolveBundles(bundles)) {
            return false;
        }
        System.getLogger(FrameworkBundles.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "The recorded wires of " + held + " don't fit; the framework chose others");
        return true;
    }

    /** The framework tells its reasons only to whoever needs the bundle, and loading a class runs none of its code. */
    private static String whyUnresolved(Bundle bundle) {
        try {
            bundle.loadClass("none");
            return "it gave no reason";
        } catch (ClassNotFoundException e) {
            return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    void start(LockedBundle locked, LockedFeature feature) throws ApplyException {
        start(get(locked), feature);
    }

    /** The feature bundle, or of one that is there twice the one that was there before, once more after it was stopped. */
    void startOlder(LockedFeature feature) throws ApplyException {
        start(older(feature.bundle()), feature);
    }

    private void start(Bundle bundle, LockedFeature feature) throws ApplyException {
        if (isFragment(bundle)) {
            return;
        }
        TimedCall starting = TimedCall.begin("dovetail-start-" + bundle.getSymbolicName(), () -> {
            bundle.start(Bundle.START_TRANSIENT);
            return null;
        });
        Optional<String> failed = starting.failure(limit);
        if (failed.isPresent()) {
            throw new ApplyException(
                    "DT-START-001",
                    "Expected " + name(bundle) + " to start, which " + feature.title() + " " + feature.version()
                            + " needs, but " + failed.get(),
                    "Try again; if it stays so, tell its publisher.",
                    starting.cause());
        }
    }

    /**
     * Stops a bundle and takes it out. One that hangs while it starts can't be taken out before it comes back, and one
     * that hangs while it stops is not waited for beyond the limit: both are left to a thread of their own.
     */
    void remove(LockedBundle locked) {
        remove(get(locked), locked);
    }

    /** Takes out the older one of a bundle that is there twice, unless others are wired to it; answers whether it did. */
    boolean removeOlder(LockedBundle locked) {
        Bundle bundle = Objects.requireNonNull(older.remove(locked.content().sha256()));
        if (hasUsers(bundle)) {
            return false;
        }
        remove(bundle, locked);
        return true;
    }

    private void remove(Bundle bundle, LockedBundle locked) {
        boolean busy = bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING;
        TimedCall leaving = TimedCall.begin("dovetail-remove-" + locked.symbolicName(), () -> {
            uninstall(bundle);
            return null;
        });
        if (!busy) {
            leaving.end(limit).ifPresent(what -> stubborn(bundle, what, leaving));
        }
    }

    private void stubborn(Bundle bundle, String what, TimedCall leaving) {
        String sentence = "Expected " + name(bundle) + " to stop, but " + what
                + "; it goes when it comes back, or with the next start.";
        warn(sentence, leaving.cause());
        retirements.stubborn(bundle, sentence);
    }

    private void uninstall(Bundle bundle) {
        try {
            if (!isFragment(bundle)) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        } catch (BundleException e) {
            warn("Stopping " + bundle + " failed; it is taken out all the same", e);
        }
        Optional<RetiredLoader> loader = retirements.leaving(bundle);
        try {
            bundle.uninstall();
            borders.leave(bundle.getBundleId());
            ServiceUses.forget(system.getBundle(0), bundle);
            loader.ifPresent(retirements::add);
        } catch (BundleException e) {
            warn("Taking out " + bundle + " failed; it is gone after the next start", e);
        }
    }

    void stop(LockedBundle locked) {
        stop(get(locked));
    }

    /** The feature bundle, or of one that is there twice the one that was there before. */
    void stopOlder(LockedFeature feature) {
        stop(older(feature.bundle()));
    }

    private void stop(Bundle bundle) {
        if (isFragment(bundle)) {
            return;
        }
        TimedCall stopping = TimedCall.begin("dovetail-stop-" + bundle.getSymbolicName(), () -> {
            bundle.stop(Bundle.STOP_TRANSIENT);
            return null;
        });
        stopping.end(limit)
                .ifPresent(what -> warn("Expected " + name(bundle) + " to stop, but " + what, stopping.cause()));
    }

    boolean hasUsers(LockedBundle locked) {
        return hasUsers(get(locked));
    }

    private boolean hasUsers(Bundle bundle) {
        Collection<Bundle> closure = wiring().getDependencyClosure(List.of(bundle));
        return closure.stream().anyMatch(other -> !other.equals(bundle));
    }

    private Bundle older(String sha256) {
        Bundle before = older.get(sha256);
        return before == null ? get(sha256, sha256) : before;
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private Bundle get(LockedBundle locked) {
        return get(locked.content().sha256(), locked.name());
    }

    private Bundle get(String sha256, String name) {
        Bundle bundle = system.getBundle(location(sha256));
        if (bundle == null) {
            throw new IllegalStateException("Expected " + name + " in the framework");
        }
        return bundle;
    }

    private FrameworkWiring wiring() {
        return system.getBundle(0).adapt(FrameworkWiring.class);
    }

    private static void warn(String message, Throwable e) {
        System.getLogger(FrameworkBundles.class.getName()).log(System.Logger.Level.WARNING, message, e);
    }
}
