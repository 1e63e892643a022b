package dev.dovetail.it.architecture.violations.ours.shell.toasts;

import dev.dovetail.it.architecture.violations.Allowed;

@Allowed
record Utility() {}
