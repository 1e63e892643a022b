package dev.dovetail.provisioner.apply;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;

/**
 * Lets a bundle into the framework although one of the same name and version is there, when it is to be there twice, the
 * newer wired to something else. All other collisions stay collisions. Any thread.
 */
final class Twins implements CollisionHook {

    private final Set<Long> older = ConcurrentHashMap.newKeySet();

    /** The same bytes may be installed once more. */
    void expect(Bundle bundle) {
        older.add(bundle.getBundleId());
    }

    void noLonger(Bundle bundle) {
        older.remove(bundle.getBundleId());
    }

    @Override
    public void filterCollisions(int operationType, Bundle target, Collection<Bundle> collisionCandidates) {
        if (operationType == INSTALLING) {
            collisionCandidates.removeIf(bundle -> older.contains(bundle.getBundleId()));
        }
    }
}
