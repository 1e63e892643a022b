package dev.dovetail.provisioner.plan;

import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/**
 * Who satisfies a requirement.
 *
 * @param requirement what is required
 * @param capability what it is wired to
 */
record Choice(Requirement requirement, Capability capability) {}
