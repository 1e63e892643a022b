package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * Holds each bundle to the wires with which it entered, so that the same generation is wired the same way, whatever order
 * its bundles come in and whatever else is there. What is optional and was not wired stays so, but for what the platform
 * has. Bundles of the platform, those without a record, and dynamic imports are left alone.
 *
 * <p>Of a bundle that is there twice, those that enter from then on are wired to the newer one. Any thread.
 */
final class PinnedWires {

    /** What stands for any of the platform's bundles. */
    private static final String PLATFORM = "";

    private final Map<Long, Pinned> entered = new ConcurrentHashMap<>();
    private final Map<String, List<Pinned>> copies = new ConcurrentHashMap<>();
    private final AtomicInteger change = new AtomicInteger();

    private record Wanted(String namespace, String name) {}

    /** One bundle: its bytes, the change with which it came, and who provides what to it. */
    private record Pinned(
            long id, String sha256, int change, boolean held, Set<String> hosts, Map<Wanted, Set<String>> wires) {

        Set<String> providers(String namespace, String name) {
            return wires.getOrDefault(new Wanted(namespace, name), Set.of());
        }
    }

    /** What enters from now on belongs together. */
    void nextChange() {
        change.incrementAndGet();
    }

    void enter(Bundle bundle, String sha256, LockedWiring wiring) {
        Set<String> hosts = new HashSet<>();
        Map<Wanted, Set<String>> wires = new HashMap<>();
        for (LockedWire wire : wiring.wires()) {
            if (wire.toHost()) {
                hosts.add(wire.provider());
            }
            wires.computeIfAbsent(new Wanted(wire.namespace(), wire.name()), wanted -> new HashSet<>(2))
                    .add(wire.ofPlatform() ? PLATFORM : wire.provider());
        }
        put(new Pinned(bundle.getBundleId(), sha256, change.get(), wiring.recorded(), hosts, wires));
    }

    private void put(Pinned pinned) {
        leave(pinned.id());
        entered.put(pinned.id(), pinned);
        copies.compute(pinned.sha256(), (sha256, before) -> {
            List<Pinned> all = before == null ? new CopyOnWriteArrayList<>() : before;
            all.add(pinned);
            return all;
        });
    }

    void leave(long bundle) {
        Pinned gone = entered.remove(bundle);
        if (gone != null) {
            copies.computeIfPresent(gone.sha256(), (sha256, all) -> {
                all.removeIf(copy -> copy.id() == bundle);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** From now on a bundle may be wired to whatever fits; answers whether that makes a difference. */
    boolean release(Bundle bundle) {
        Pinned pinned = entered.get(bundle.getBundleId());
        if (pinned == null || !pinned.held()) {
            return false;
        }
        put(new Pinned(pinned.id(), pinned.sha256(), pinned.change(), false, pinned.hosts(), Map.of()));
        return true;
    }

    /** Whether one of two came with a later change than the other; not of bundles of the platform. */
    boolean cameApart(long one, long other) {
        Pinned first = entered.get(one);
        Pinned second = entered.get(other);
        return first != null && second != null && first.change() != second.change();
    }

    boolean admit(BundleRequirement requirement, BundleCapability candidate) {
        Pinned user = entered.get(requirement.getRevision().getBundle().getBundleId());
        if (user == null
                || !user.held()
                || "dynamic".equals(requirement.getDirectives().get("resolution"))) {
            return true;
        }
        String namespace = requirement.getNamespace();
        Object name = candidate.getAttributes().getOrDefault(namespace, "");
        Set<String> providers = user.providers(namespace, String.valueOf(name));
        Pinned provider = entered.get(candidate.getRevision().getBundle().getBundleId());
        if (provider == null) {
            return providers.isEmpty() || providers.contains(PLATFORM);
        }
        if (provider.id() == user.id()) {
            return isOwn(namespace, providers) || providers.contains(user.sha256());
        }
        return isProvider(provider, providers) && isFor(user, provider);
    }

    /** A package that a bundle both imports and exports is its own where no wire was recorded (Core 3.8.2). */
    private static boolean isOwn(String namespace, Set<String> providers) {
        return providers.isEmpty() && namespace.equals(PackageNamespace.PACKAGE_NAMESPACE);
    }

    /** What a fragment has, its host provides. */
    private static boolean isProvider(Pinned candidate, Set<String> providers) {
        return providers.contains(candidate.sha256())
                || candidate.hosts().stream().anyMatch(providers::contains);
    }

    /** Of several with the same bytes, the last that came before the user or with it. */
    private boolean isFor(Pinned user, Pinned provider) {
        List<Pinned> all = copies.getOrDefault(provider.sha256(), List.of());
        return all.size() <= 1
                || all.stream()
                        .noneMatch(other -> other.id() != provider.id() && isBetter(other, provider, user.change()));
    }

    private static boolean isBetter(Pinned other, Pinned provider, int change) {
        if (provider.change() > change) {
            return other.change() < provider.change();
        }
        return other.change() <= change && other.change() > provider.change();
    }
}
