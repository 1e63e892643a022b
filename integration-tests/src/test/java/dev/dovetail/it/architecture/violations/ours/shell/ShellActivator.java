package dev.dovetail.it.architecture.violations.ours.shell;

import dev.dovetail.it.architecture.violations.Allowed;
import org.osgi.framework.BundleContext;

@Allowed
public record ShellActivator(BundleContext context) {}
