package dev.dovetail.provisioner.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/**
 * What the resolver asks while it works. It starts from nothing that is wired, so that the answer depends on what is
 * there and not on how it came to be there. Once the deadline or the limit of effort has passed, it is told to stop.
 */
final class WiringContext extends ResolveContext implements Executor {

    private final Candidates candidates;
    private final Universe universe;
    private final List<Resource> roots;
    private final Deadline deadline;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Runnable cancel = () -> {};
    private int left;

    /** @param effort how many tasks the resolver may run before it is told to stop; it runs one for each combination */
    WiringContext(Candidates candidates, Universe universe, List<Resource> roots, Deadline deadline, int effort) {
        this.candidates = candidates;
        this.universe = universe;
        this.roots = roots;
        this.deadline = deadline;
        this.left = effort;
    }

    /** Who may satisfy a requirement, best first. */
    @FunctionalInterface
    interface Candidates {
        List<Capability> of(Requirement requirement);
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
        return roots;
    }

    /** The resolver takes candidates out of the list, so each answer is a list of its own. */
    @Override
    public List<Capability> findProviders(Requirement requirement) {
        cancelWhenLate();
        return new ArrayList<>(candidates.of(requirement));
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        var preference = universe.preference(hosted.getResource());
        var place = 0;
        while (place < capabilities.size() && preference.compare(capabilities.get(place), hosted) <= 0) {
            place++;
        }
        capabilities.add(place, hosted);
        return place;
    }

    @Override
    public boolean isEffective(Requirement requirement) {
        return Matching.counts(requirement);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return Map.of();
    }

    @Override
    public void onCancel(Runnable callback) {
        cancel = callback;
    }

    /**
     * Runs the resolver's tasks in its own thread, one after the other. A task hands over further ones, a level deeper in
     * the dependencies each; run at once, a long chain would overflow the stack.
     */
    @Override
    public void execute(Runnable task) {
        left--;
        cancelWhenLate();
        tasks.add(task);
        if (tasks.size() == 1) {
            while (!tasks.isEmpty()) {
                tasks.element().run();
                tasks.remove();
            }
        }
    }

    private void cancelWhenLate() {
        if (left < 0 || deadline.passed()) {
            cancel.run();
        }
    }
}
