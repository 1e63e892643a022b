package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.gate.Reserved;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps publishers apart in the running framework: the second line, behind the gate, which goes by what the framework
 * itself read. Reserved packages come from the platform alone; some only go to the platform; fragments and required
 * bundles stay within one publisher; and a bundle that came in by another way than through here is wired to nothing.
 *
 * <p>Stands from before the first bundle until the framework stops. Any thread.
 */
public final class Borders implements ResolverHookFactory {

    private final Map<Long, String> publishers = new ConcurrentHashMap<>();
    private final Map<Long, Bundle> platform = new ConcurrentHashMap<>();
    private final PinnedWires pins = new PinnedWires();
    private final Twins twins = new Twins();
    // Made when it is first asked for: a start of the platform alone gets by without.
    private Reserved reserved = new Reserved(Set.of(), Set.of());
    private int counted;

    private Borders() {}

    /**
     * Raises them, around the framework itself to begin with.
     *
     * @param system the system bundle's context, with no other bundle installed
     * @return the borders
     */
    public static Borders raise(BundleContext system) {
        Borders borders = new Borders();
        borders.platform(system.getBundle());
        system.registerService(ResolverHookFactory.class, borders, null);
        system.registerService(CollisionHook.class, borders.twins, null);
        return borders;
    }

    /**
     * Takes a bundle into the platform: what it exports is reserved from now on.
     *
     * @param bundle one that the product brings along
     */
    public void platform(Bundle bundle) {
        platform.put(bundle.getBundleId(), bundle);
    }

    /** @return who is wired to whom, of those that may be */
    PinnedWires pins() {
        return pins;
    }

    /** @return which bundles may be there twice */
    Twins twins() {
        return twins;
    }

    /** Lets a bundle in that the gate admitted. */
    void enter(Bundle bundle, String publisher) {
        publishers.put(bundle.getBundleId(), publisher);
    }

    /** Forgets a bundle that has left the framework. */
    void leave(long bundle) {
        publishers.remove(bundle);
        pins.leave(bundle);
    }

    /** Whether a bundle came in through the gate, or with the product. */
    boolean knows(Bundle bundle) {
        return isKnown(bundle.getBundleId());
    }

    /** @return what is the platform's */
    public synchronized Reserved reserved() {
        if (counted != platform.size()) {
            List<Bundle> bundles = List.copyOf(platform.values());
            Set<String> names = new HashSet<>(Set.of(Constants.SYSTEM_BUNDLE_SYMBOLICNAME));
            bundles.forEach(bundle -> names.add(bundle.getSymbolicName()));
            reserved = new Reserved(bundles.stream().flatMap(Borders::exports).collect(Collectors.toSet()), names);
            counted = bundles.size();
        }
        return reserved;
    }

    private static Stream<String> exports(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE).stream()
                .map(Borders::name);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Guard();
    }

    private boolean admits(BundleRequirement requirement, BundleCapability candidate) {
        long asking = requirement.getRevision().getBundle().getBundleId();
        long offering = candidate.getRevision().getBundle().getBundleId();
        if (!isKnown(asking) || !isKnown(offering)) {
            return false;
        }
        return switch (requirement.getNamespace()) {
            case BundleRevision.PACKAGE_NAMESPACE -> admitsPackage(asking, name(candidate), offering);
            case BundleRevision.HOST_NAMESPACE -> isSamePublisher(asking, offering);
            case BundleRevision.BUNDLE_NAMESPACE -> isSamePublisher(asking, offering) || isEmbedded(offering);
            default -> true;
        };
    }

    private boolean admitsPackage(long asking, String name, long offering) {
        boolean open = platform.containsKey(asking) || !Reserved.hides(name);
        return open && (platform.containsKey(offering) || !reserved().covers(name));
    }

    private boolean isKnown(long bundle) {
        return platform.containsKey(bundle) || publishers.containsKey(bundle);
    }

    private boolean isSamePublisher(long one, long other) {
        if (platform.containsKey(one) || platform.containsKey(other)) {
            return platform.containsKey(one) && platform.containsKey(other);
        }
        return publishers.getOrDefault(one, "").equals(publishers.get(other));
    }

    /** Requiring the framework's own bundle would show all its packages at once. */
    private boolean isEmbedded(long bundle) {
        return bundle != Constants.SYSTEM_BUNDLE_ID && platform.containsKey(bundle);
    }

    private static String name(BundleCapability exported) {
        return String.valueOf(exported.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE));
    }

    /** One for each time that the framework wires. */
    private final class Guard implements ResolverHook {

        /** Felix 7.0.5 takes the rest for all that may be wired to, resolved or not; so nothing is taken out here. */
        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {}

        /**
         * A singleton and what follows it are there together for as long as a change takes (Core, Resolver Hook Service): the plan sees to
         * it that one of them stays. Of those that come with one change, one is all there may be.
         */
        @Override
        public void filterSingletonCollisions(
                BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
            collisionCandidates.removeIf(other -> pins.cameApart(id(singleton), id(other)));
        }

        private static long id(BundleCapability capability) {
            return capability.getRevision().getBundle().getBundleId();
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            candidates.removeIf(candidate -> !admits(requirement, candidate) || !pins.admit(requirement, candidate));
        }

        @Override
        public void end() {}
    }
}
