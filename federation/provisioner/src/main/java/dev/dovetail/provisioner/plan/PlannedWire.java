package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import org.osgi.resource.Resource;

/**
 * Who gets something from whom, in the state that a plan leads to.
 *
 * @param requirer the bundle that requires it
 * @param namespace what kind of thing it is
 * @param name which one, such as the package's name; empty for kinds that have no names
 * @param provider an {@link IndexedBundle} or a bundle of the platform
 */
public record PlannedWire(IndexedBundle requirer, String namespace, String name, Resource provider) {}
