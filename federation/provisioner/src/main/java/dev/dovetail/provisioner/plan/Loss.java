package dev.dovetail.provisioner.plan;

import org.osgi.framework.Version;

/**
 * A service that a bundle has today and would not have any more: its classes would come from two versions of one package.
 *
 * @param user who uses it, name and version
 * @param service the service's interface
 * @param packageName the interface's package
 * @param range the versions of the package that the user can do with, or empty when any
 * @param provider who provides the service, name and version
 * @param version the version of the package that the provider uses
 * @param mandatory whether the user can't work without it
 */
public record Loss(
        String user,
        String service,
        String packageName,
        String range,
        String provider,
        Version version,
        boolean mandatory) {}
