package dev.dovetail.provisioner.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.resource.Resource;

/** Why choices can't all be made at once. */
sealed interface Clash {

    /** The choices that together are the reason. */
    Set<Choice> choices();

    /**
     * Two versions of a bundle that can be there only once (Core 3.5.2, {@code singleton}).
     *
     * @param one the version that came first
     * @param oneChain how it came, from a feature bundle on
     * @param other the version that came next
     * @param otherChain how it came
     */
    record Twice(Resource one, List<Choice> oneChain, Resource other, List<Choice> otherChain) implements Clash {
        @Override
        public Set<Choice> choices() {
            var all = new LinkedHashSet<Choice>();
            // A chain's last link alone brings the bundle in.
            oneChain.stream().skip(Math.max(0, oneChain.size() - 1L)).forEach(all::add);
            otherChain.stream().skip(Math.max(0, otherChain.size() - 1L)).forEach(all::add);
            return all;
        }
    }

    /**
     * A bundle sees a package from one provider, and something that it uses exposes it to another (Core 3.7.5).
     *
     * @param bundle who sees both
     * @param packageName the package
     * @param direct how it gets the package itself; empty when it is its own
     * @param around how it comes by the other
     */
    record Exposed(Resource bundle, String packageName, List<Choice> direct, List<Choice> around) implements Clash {
        @Override
        public Set<Choice> choices() {
            var all = new LinkedHashSet<>(direct);
            all.addAll(around);
            return all;
        }
    }

    /**
     * Choices that undo each other: a package that its exporter gets from elsewhere (Core 3.6.7), or a host and its
     * fragment that get one package from two providers (Core 3.14).
     *
     * @param choices which
     */
    record Contradiction(Set<Choice> choices) implements Clash {}
}
