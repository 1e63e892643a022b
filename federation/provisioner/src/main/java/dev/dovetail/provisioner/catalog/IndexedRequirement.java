package dev.dovetail.provisioner.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * What a bundle requires. Equal when it is the same clause of the same bundle, which keeps the resolver's maps fast.
 *
 * @param resource the bundle
 * @param position the place among the bundle's requirements
 * @param clause what is declared
 */
public record IndexedRequirement(Resource resource, int position, Clause clause) implements Requirement {

    @Override
    public String getNamespace() {
        return clause.namespace();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return clause.attributes();
    }

    @Override
    public Map<String, String> getDirectives() {
        return clause.directives();
    }

    @Override
    public Resource getResource() {
        return resource;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndexedRequirement that && position == that.position && resource.equals(that.resource);
    }

    @Override
    public int hashCode() {
        return 31 * resource.hashCode() + position;
    }

    @Override
    public String toString() {
        return clause.namespace() + clause.directives();
    }
}
